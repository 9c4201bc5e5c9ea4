# A bounded semaphore admits and hands over like any other, and keeps its bound.
# covers: asyncio.BoundedSemaphore, asyncio.BoundedSemaphore.release
import asyncio

from conformance import log, run


async def worker(name, semaphore):
    async with semaphore:
        log(name, "enters")
        await asyncio.sleep(0)
    log(name, "left")


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(worker(name, semaphore))
    try:
        semaphore.release()
    except ValueError as error:
        log("one too many", error)


run(main)
