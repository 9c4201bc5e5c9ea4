# A released permit goes to the first waiter at once: a newcomer cannot take it.
# covers: asyncio.Semaphore.release, asyncio.Semaphore.locked
import asyncio

from conformance import log, run


async def waiter(semaphore):
    async with semaphore:
        log("waiter has it")


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(waiter(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    log("released, locked:", semaphore.locked())
    async with semaphore:
        log("main has it again")
    await task


run(main)
