# The block releases the lock on a failure and on a cancellation too.
# covers: async with, asyncio.Lock
import asyncio

from conformance import AppError, log, run


async def fails(lock):
    async with lock:
        raise AppError("inside")


async def waits(lock):
    async with lock:
        await asyncio.sleep(3600)


async def main():
    lock = asyncio.Lock()
    try:
        await fails(lock)
    except AppError as error:
        log("after", error, "locked:", lock.locked())
    task = asyncio.create_task(waits(lock))
    await asyncio.sleep(0)
    log("in between, locked:", lock.locked())
    task.cancel()
    await asyncio.sleep(0)
    log("after the cancel, locked:", lock.locked())


run(main)
