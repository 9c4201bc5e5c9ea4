# An event as a starting signal: tasks get ready, then run together.
# covers: asyncio.Event, asyncio.TaskGroup
import asyncio

from conformance import log, run, turns


async def runner(name, count, start):
    await turns(count)
    log(name, "ready")
    await start.wait()
    log(name, "runs")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name, count in (("a", 2), ("b", 0), ("c", 1)):
            group.create_task(runner(name, count, start))
        await turns(5)
        log("start")
        start.set()


run(main)
