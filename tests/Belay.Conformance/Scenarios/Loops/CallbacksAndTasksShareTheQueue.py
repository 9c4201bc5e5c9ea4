# Callbacks and the steps of tasks are in one queue.
# covers: loop.call_soon, asyncio.create_task
import asyncio

from conformance import log, run


async def work(name):
    log(name)
    await asyncio.sleep(0)
    log(name, "again")


async def main():
    loop = asyncio.get_running_loop()
    first = asyncio.create_task(work("first task"))
    loop.call_soon(log, "callback")
    second = asyncio.create_task(work("second task"))
    await second
    log("first done:", first.done())


run(main)
