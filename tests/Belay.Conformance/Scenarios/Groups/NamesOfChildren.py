# Children can be named, and are tasks like any other.
# covers: asyncio.TaskGroup.create_task, asyncio.Task.get_name
import asyncio

from conformance import log, run


async def who():
    log("I am", asyncio.current_task().get_name())


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(who(), name="reader")
        task = group.create_task(who(), name="writer")
        log("made", task.get_name())


run(main)
