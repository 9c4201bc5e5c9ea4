# A failure raised while being cancelled is what leaves, not TimeoutError.
# covers: asyncio.wait_for
import asyncio

from conformance import AppError, log, run


async def work():
    try:
        await asyncio.sleep(3600)
    finally:
        raise AppError("in the clean-up")


async def main():
    try:
        await asyncio.wait_for(work(), 1)
    except AppError as error:
        log("caught", error)
    log("requests", asyncio.current_task().cancelling())


run(main)
