# A failure in the outer group cancels the task inside the inner one: both unwind, the inner silently.
# covers: asyncio.TaskGroup
import asyncio

from conformance import AppError, log, run, turns


async def fails():
    await turns(2)
    raise AppError("outer")


async def child():
    try:
        await asyncio.sleep(3600)
    finally:
        log("inner child cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fails())
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(child())
            except asyncio.CancelledError:
                log("inner lets the cancellation through")
                raise
    except* AppError as failed:
        log("caught", failed)
    log("requests", asyncio.current_task().cancelling())


run(main)
