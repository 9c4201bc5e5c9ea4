# A task has a name for people, given at its creation or later.
# covers: asyncio.Task.get_name, asyncio.Task.set_name, asyncio.current_task
import asyncio

from conformance import log, run


async def who():
    log("I am", asyncio.current_task().get_name())
    asyncio.current_task().set_name("renamed")
    await asyncio.sleep(0)
    log("now", asyncio.current_task().get_name())


async def main():
    task = asyncio.create_task(who(), name="given")
    await asyncio.sleep(0)
    log("main sees", task.get_name())
    await task


run(main)
