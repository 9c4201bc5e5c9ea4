# A failure in an inner group leaves the outer one as a group within a group.
# covers: asyncio.TaskGroup, ExceptionGroup
import asyncio

from conformance import AppError, log, run


async def fails():
    raise AppError("deep")


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())


async def sibling():
    try:
        await asyncio.sleep(3600)
    finally:
        log("sibling cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(sibling())
    except* AppError as failed:
        log("caught", failed)


run(main)
