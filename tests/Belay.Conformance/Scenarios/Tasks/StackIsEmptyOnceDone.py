# A suspended task has a stack; a task that is done has none.
# covers: asyncio.Task.get_stack
import asyncio

from conformance import log, run


async def inner():
    await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(inner())
    log("before its first step", len(task.get_stack()) > 0)
    await asyncio.sleep(0)
    log("suspended", len(task.get_stack()) > 0)
    await task
    log("done", len(task.get_stack()) > 0)


run(main)
