# Awaiting a future that is done does not give up the turn.
# covers: await, asyncio.Future.set_result
import asyncio

from conformance import log, run


async def other():
    log("other")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(3)
    task = asyncio.create_task(other())
    log("first", await future)
    log("second", await future)
    await task


run(main)
