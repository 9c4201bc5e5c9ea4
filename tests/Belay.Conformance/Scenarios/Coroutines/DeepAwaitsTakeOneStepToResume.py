# However deep the innermost coroutine lies, resuming it is one step of the loop.
# covers: await, asyncio.sleep
import asyncio

from conformance import log, run


async def descend(depth):
    if depth:
        return await descend(depth - 1) + 1
    await asyncio.sleep(0)
    return 0


async def tick():
    for i in range(3):
        log("tick", i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(tick())
    log("depth", await descend(50))
    log("depth", await descend(10))
    await task


run(main)
