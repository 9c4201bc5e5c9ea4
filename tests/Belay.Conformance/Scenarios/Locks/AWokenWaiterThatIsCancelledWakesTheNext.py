# Cancelled after it was woken, a waiter hands the lock on: it is not lost.
# covers: asyncio.Lock.release, asyncio.Task.cancel
import asyncio

from conformance import log, run


async def waiter(name, lock):
    async with lock:
        log(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter("first", lock))
    second = asyncio.create_task(waiter("second", lock))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    await second
    log("first cancelled:", first.cancelled(), "locked:", lock.locked())


run(main)
