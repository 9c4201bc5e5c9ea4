# A request swallowed before, without uncancel, comes back when a group has undone its own.
# covers: asyncio.TaskGroup, asyncio.Task.cancelling
import asyncio

from conformance import AppError, log, run


async def fails():
    raise AppError("child")


async def parent():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log("swallowed")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
    except* AppError as failed:
        log("caught", failed)
    log("requests", asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        log("not cancelled")
    except asyncio.CancelledError as error:
        log("comes back", error)


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    task.cancel()
    await task


run(main)
