# Two groups nested in one task: the failure in the inner one is caught between them, the outer goes on.
# covers: asyncio.TaskGroup, asyncio.Task.cancelling
import asyncio

from conformance import AppError, log, run, turns


async def fails():
    raise AppError("inner")


async def outer_child():
    await turns(6)
    log("outer child ends undisturbed")


async def main():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(outer_child())
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails())
        except* AppError as failed:
            log("between", failed)
        log("requests", asyncio.current_task().cancelling())
    log("left")


run(main)
