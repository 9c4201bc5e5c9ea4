# Children may add children while the group waits at its end.
# covers: asyncio.TaskGroup.create_task
import asyncio

from conformance import log, run


async def grow(group, depth):
    await asyncio.sleep(0)
    log("at depth", depth)
    if depth < 3:
        group.create_task(grow(group, depth + 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 1))
        log("body ends")
    log("left")


run(main)
