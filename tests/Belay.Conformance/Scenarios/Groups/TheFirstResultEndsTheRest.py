# To stop a group early, cancel the others: they end silently and the group leaves without an error.
# covers: asyncio.TaskGroup, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def search(name, count):
    try:
        await turns(count)
        return f"found by {name}"
    finally:
        log(name, "stops")


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(search(name, count)) for name, count in (("slow", 9), ("quick", 2))]
        log(await tasks[1])
        tasks[0].cancel()
    log("left, slow cancelled:", tasks[0].cancelled())


run(main)
