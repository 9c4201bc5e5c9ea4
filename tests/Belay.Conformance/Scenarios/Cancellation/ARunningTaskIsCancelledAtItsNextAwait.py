# A task that cancels itself goes on to its next await, where the exception is thrown.
# covers: asyncio.Task.cancel, asyncio.current_task
import asyncio

from conformance import log, run


async def work():
    asyncio.current_task().cancel("by myself")
    log("still here")
    try:
        await asyncio.sleep(0)
        log("never here")
    finally:
        log("cleaned up")


async def main():
    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
