# Releasing a lock that is not locked is an error; releasing another task's is not.
# covers: asyncio.Lock.release
import asyncio

from conformance import log, run


async def take(lock):
    await lock.acquire()
    log("taken by a task that ends")


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        log("free", error)
    await asyncio.create_task(take(lock))
    lock.release()
    log("released by main, locked:", lock.locked())


run(main)
