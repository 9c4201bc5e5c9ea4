# A newcomer does not overtake a waiter that has been woken but has not run yet.
# covers: asyncio.Lock.release, asyncio.Lock.locked
import asyncio

from conformance import log, run


async def waiter(name, lock):
    async with lock:
        log(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter("first", lock))
    await asyncio.sleep(0)
    lock.release()
    log("released, locked:", lock.locked())
    async with lock:
        log("main has it again")
    await first


run(main)
