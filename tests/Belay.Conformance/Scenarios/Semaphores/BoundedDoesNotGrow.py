# A bounded semaphore refuses to be released above its initial value.
# covers: asyncio.BoundedSemaphore
import asyncio

from conformance import log, run


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    async with semaphore:
        log("locked:", semaphore.locked())
    try:
        semaphore.release()
    except ValueError as error:
        log("refused", error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        log("negative", error)


run(main)
