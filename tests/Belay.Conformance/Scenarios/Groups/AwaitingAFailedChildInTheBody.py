# A body that awaits a failing child: the failure is thrown there, and is in the group once.
# covers: asyncio.TaskGroup, await
import asyncio

from conformance import AppError, log, run


async def fails():
    await asyncio.sleep(0)
    raise AppError("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(fails())
            try:
                await task
            except BaseException as error:
                log("body got", error)
    except* AppError as failed:
        log("caught", failed)


run(main)
