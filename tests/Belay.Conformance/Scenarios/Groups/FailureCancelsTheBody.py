# A child's failure cancels the body at its await; the cancellation does not leave the group.
# covers: asyncio.TaskGroup, asyncio.CancelledError
import asyncio

from conformance import AppError, log, run


async def fails():
    raise AppError("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                log("body cancelled, requests", asyncio.current_task().cancelling())
                raise
    except* AppError as failed:
        log("caught", failed)
    log("requests", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


run(main)
