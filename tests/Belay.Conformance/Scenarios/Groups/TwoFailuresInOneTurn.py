# Two children that fail in the same turn are both in the group; the second was not cancelled by the first.
# covers: asyncio.TaskGroup, ExceptionGroup
import asyncio

from conformance import AppError, log, run


async def fails(name):
    await asyncio.sleep(0)
    log(name, "fails")
    raise AppError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails("first"))
            group.create_task(fails("second"))
    except* AppError as failed:
        log("caught", failed)


run(main)
