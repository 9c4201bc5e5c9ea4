# A failure raised while being cancelled replaces the cancellation.
# covers: asyncio.Task.cancel
import asyncio

from conformance import AppError, log, run


async def work():
    try:
        await asyncio.sleep(3600)
    finally:
        raise AppError("clean-up failed")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except AppError as error:
        log("main got", error)
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())


run(main)
