# Cancelling a task that is done does nothing and says so.
# covers: asyncio.Task.cancel, asyncio.Task.cancelled
import asyncio

from conformance import log, run, turns


async def main():
    task = asyncio.create_task(turns(1))
    log("while it runs", task.cancelled())
    await task
    log("asked:", task.cancel())
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())


run(main)
