# Tasks that finish in one turn come one after the other, without a turn between them.
# covers: asyncio.as_completed
import asyncio

from conformance import log, run


async def work(name):
    await asyncio.sleep(0)
    return name


async def ticks():
    for tick in range(6):
        log("tick", tick)
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticks())
    tasks = [asyncio.create_task(work(name)) for name in "abc"]
    async for task in asyncio.as_completed(tasks):
        log("got", await task)
    await ticking


run(main)
