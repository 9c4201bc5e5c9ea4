# A task created by another takes its first step after all that were ready before.
# covers: asyncio.create_task
import asyncio

from conformance import log, run


async def leaf(name):
    log(name)


async def parent(name):
    log(name)
    child = asyncio.create_task(leaf(name + "'s child"))
    await asyncio.sleep(0)
    log(name, "again")
    await child


async def main():
    tasks = [asyncio.create_task(parent(name)) for name in ("a", "b")]
    for task in tasks:
        await task


run(main)
