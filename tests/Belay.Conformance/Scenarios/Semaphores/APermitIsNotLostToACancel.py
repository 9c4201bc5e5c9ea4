# A waiter cancelled after it was given the permit gives it to the next.
# covers: asyncio.Semaphore.acquire, asyncio.Task.cancel
import asyncio

from conformance import log, run


async def waiter(name, semaphore):
    async with semaphore:
        log(name, "has it")


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    first = asyncio.create_task(waiter("first", semaphore))
    second = asyncio.create_task(waiter("second", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    first.cancel()
    await second
    log("first cancelled:", first.cancelled(), "locked:", semaphore.locked())


run(main)
