# The tasks come as they finish, and are the very tasks that were given.
# covers: async for, asyncio.as_completed
import asyncio

from conformance import log, run


async def work(number):
    await asyncio.sleep(number)
    return number


async def main():
    tasks = [asyncio.create_task(work(number)) for number in (3, 1, 2)]
    async for task in asyncio.as_completed(tasks):
        log("argument", tasks.index(task), "gave", await task)


run(main)
