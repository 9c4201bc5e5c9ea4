# A child that ends cancelled disturbs neither its siblings nor the group.
# covers: asyncio.TaskGroup, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def sibling():
    await turns(3)
    log("sibling ends")


async def main():
    async with asyncio.TaskGroup() as group:
        victim = group.create_task(asyncio.sleep(3600))
        group.create_task(sibling())
        await asyncio.sleep(0)
        victim.cancel()
    log("left, victim cancelled:", victim.cancelled())


run(main)
