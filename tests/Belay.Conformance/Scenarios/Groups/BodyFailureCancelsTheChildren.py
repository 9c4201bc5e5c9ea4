# A failure of the body cancels the children and leaves in the group, too.
# covers: asyncio.TaskGroup
import asyncio

from conformance import AppError, log, run


async def child():
    try:
        await asyncio.sleep(3600)
    finally:
        log("child cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise AppError("body")
    except* AppError as failed:
        log("caught", failed)


run(main)
