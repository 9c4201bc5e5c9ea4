# Cancelled from outside while a child fails: the failure leaves, the request stays and comes at the next await.
# covers: asyncio.TaskGroup, asyncio.Task.cancelling
import asyncio

from conformance import AppError, log, run, turns


async def fails_when_cancelled():
    try:
        await asyncio.sleep(3600)
    finally:
        raise AppError("while cancelled")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled())
    except* AppError as failed:
        log("caught", failed)
    log("requests", asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        log("then", error)
        raise


async def main():
    task = asyncio.create_task(parent())
    await turns(2)
    task.cancel("outside")
    await turns(5)
    log("cancelled:", task.cancelled())


run(main)
