# A callback added to a task that is done already is called in the next turn as well.
# covers: asyncio.Task.add_done_callback
import asyncio

from conformance import log, run


async def work():
    log("work")


async def main():
    task = asyncio.create_task(work())
    await task
    task.add_done_callback(lambda done: log("called"))
    log("added")
    await asyncio.sleep(0)
    log("a turn later")


run(main)
