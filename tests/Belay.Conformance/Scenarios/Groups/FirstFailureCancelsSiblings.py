# The first failure cancels the siblings; when all are done it leaves in an exception group.
# covers: asyncio.TaskGroup, ExceptionGroup
import asyncio

from conformance import AppError, log, run


async def waits(name):
    try:
        await asyncio.sleep(3600)
    finally:
        log(name, "cleans up")


async def fails():
    await asyncio.sleep(0)
    log("fails")
    raise AppError("no luck")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("first"))
            group.create_task(fails())
            group.create_task(waits("second"))
    except* AppError as failed:
        log("caught", failed)
    log("requests", asyncio.current_task().cancelling())


run(main)
