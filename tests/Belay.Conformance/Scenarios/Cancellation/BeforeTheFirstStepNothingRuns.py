# A task cancelled before its first step ends without running any of its body, not even a finally.
# covers: asyncio.Task.cancel
import asyncio

from conformance import log, run


async def work():
    try:
        log("never")
    finally:
        log("never either")


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    await asyncio.sleep(0)
    log("a turn later, done:", task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        log("awaited", error)


run(main)
