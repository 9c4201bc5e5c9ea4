# Taking back the only request before it is delivered drops it.
# covers: asyncio.Task.uncancel, asyncio.Task.cancelling
import asyncio

from conformance import log, run


async def work():
    task = asyncio.current_task()
    task.cancel()
    log("requests", task.cancelling())
    log("left", task.uncancel())
    await asyncio.sleep(0)
    log("not cancelled")
    log("below zero it does not go", task.uncancel())


async def main():
    await asyncio.create_task(work())


run(main)
