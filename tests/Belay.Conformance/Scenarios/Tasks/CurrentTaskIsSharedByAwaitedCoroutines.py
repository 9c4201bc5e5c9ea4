# A coroutine that is awaited runs in the task of its caller; a task is a task of its own.
# covers: asyncio.current_task
import asyncio

from conformance import log, run


async def who(label):
    log(label, asyncio.current_task().get_name())


async def main():
    asyncio.current_task().set_name("main")
    await who("awaited:")
    await asyncio.create_task(who("a task:"), name="child")
    await who("afterwards:")


run(main)
