# The awaited coroutine runs in the caller's own task, at once.
# covers: asyncio.wait_for, asyncio.current_task
import asyncio

from conformance import log, run


async def other():
    log("other")


async def who():
    log("I am", asyncio.current_task().get_name())


async def main():
    asyncio.current_task().set_name("main")
    task = asyncio.create_task(other())
    await asyncio.wait_for(who(), 10)
    log("no turn was given up")
    await task


run(main)
