# A lock admits one at a time, in the order in which they came.
# covers: asyncio.Lock, asyncio.Lock.acquire, asyncio.Lock.release
import asyncio

from conformance import log, run, turns


async def worker(name, lock):
    log(name, "wants it")
    async with lock:
        log(name, "has it")
        await turns(2)
        log(name, "lets go")


async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(worker(name, lock))
    log("locked:", lock.locked())


run(main)
