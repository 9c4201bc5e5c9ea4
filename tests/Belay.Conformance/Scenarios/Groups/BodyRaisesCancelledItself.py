# A body that raises CancelledError without a request: the children are cancelled and it leaves.
# covers: asyncio.TaskGroup, asyncio.CancelledError
import asyncio

from conformance import log, run


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
            raise asyncio.CancelledError("by hand")
    except asyncio.CancelledError as error:
        log("left", error)
    log("requests", asyncio.current_task().cancelling())


run(main)
