# The common use: many tasks, a few at a time.
# covers: asyncio.Semaphore, asyncio.TaskGroup
import asyncio

from conformance import log, run


running = most = 0


async def fetch(number, limit):
    global running, most
    async with limit:
        running += 1
        most = max(most, running)
        await asyncio.sleep(number)
        running -= 1
        log("fetched", number)


async def main():
    limit = asyncio.Semaphore(3)
    async with asyncio.TaskGroup() as group:
        for number in (5, 1, 4, 2, 7, 3):
            group.create_task(fetch(number, limit))
    log("at most", most, "at", asyncio.get_running_loop().time())


run(main)
