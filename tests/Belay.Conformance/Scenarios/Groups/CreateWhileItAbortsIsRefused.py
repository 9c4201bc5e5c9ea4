# A group that is shutting down takes no more children.
# covers: asyncio.TaskGroup.create_task
import asyncio

from conformance import AppError, log, run


async def late():
    log("never")


async def adds_when_cancelled(group):
    try:
        await asyncio.sleep(3600)
    finally:
        try:
            group.create_task(late())
        except RuntimeError as error:
            log("refused", error)


async def fails():
    raise AppError("abort")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(adds_when_cancelled(group))
            group.create_task(fails())
    except* AppError as failed:
        log("caught", failed)


run(main)
