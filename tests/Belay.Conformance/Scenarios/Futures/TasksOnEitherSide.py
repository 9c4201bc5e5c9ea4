# Two tasks hand values to each other by a future each.
# covers: asyncio.Future, asyncio.Future.set_result
import asyncio

from conformance import log, run


async def ping(there, back):
    there.set_result("ping")
    log("got", await back)


async def pong(there, back):
    log("got", await there)
    back.set_result("pong")
    log("answered")


async def main():
    there, back = asyncio.Future(), asyncio.Future()
    async with asyncio.TaskGroup() as group:
        group.create_task(pong(there, back))
        group.create_task(ping(there, back))


run(main)
