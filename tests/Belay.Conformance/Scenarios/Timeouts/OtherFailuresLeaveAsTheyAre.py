# A failure of the body leaves as it is, also when it came in the clean-up after the time-out.
# covers: asyncio.timeout
import asyncio

from conformance import AppError, log, run


async def main():
    try:
        async with asyncio.timeout(10):
            raise AppError("at once")
    except AppError as error:
        log("left", error)
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await asyncio.sleep(100)
            finally:
                raise AppError("in the clean-up")
    except AppError as error:
        log("left", error, "expired:", scope.expired())
    log("requests", asyncio.current_task().cancelling())


run(main)
