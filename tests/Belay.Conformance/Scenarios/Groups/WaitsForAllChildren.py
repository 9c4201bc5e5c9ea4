# A group leaves only when all its children are done.
# covers: async with, asyncio.TaskGroup, asyncio.TaskGroup.create_task
import asyncio

from conformance import log, run, turns


async def child(name, count):
    await turns(count)
    log(name, "done")


async def main():
    async with asyncio.TaskGroup() as group:
        for name, count in (("slow", 3), ("quick", 1)):
            group.create_task(child(name, count))
        log("body ends")
    log("group left")


run(main)
