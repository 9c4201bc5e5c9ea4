# A semaphore admits so many at a time, in the order in which they came.
# covers: asyncio.Semaphore, asyncio.Semaphore.acquire, asyncio.Semaphore.release
import asyncio

from conformance import log, run, turns


async def worker(name, semaphore):
    async with semaphore:
        log(name, "enters")
        await turns(3)
        log(name, "leaves")


async def main():
    semaphore = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for name in "abcde":
            group.create_task(worker(name, semaphore))
    log("locked:", semaphore.locked())


run(main)
