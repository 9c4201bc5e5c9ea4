# A task that catches its cancellation and goes on is not cancelled, but the request stays counted.
# covers: asyncio.Task.cancel, asyncio.Task.cancelling
import asyncio

from conformance import log, run


async def stubborn():
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("swallowed")
    await asyncio.sleep(0)
    log("goes on with", asyncio.current_task().cancelling())
    return "done"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    log("result", await task)
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())


run(main)
