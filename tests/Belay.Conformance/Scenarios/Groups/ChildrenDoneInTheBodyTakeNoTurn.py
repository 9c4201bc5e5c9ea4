# When all children were seen to be done already, the group leaves at once; else it takes the turns it needs.
# covers: asyncio.TaskGroup
import asyncio

from conformance import log, run, turns


async def child():
    log("child")


async def ticks():
    for tick in range(6):
        log("tick", tick)
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticks())
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        await turns(2)
    log("left the first")
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
    log("left the second")
    await ticking


run(main)
