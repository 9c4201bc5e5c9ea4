# Leaving the loop early leaves the other tasks running.
# covers: asyncio.as_completed
import asyncio

from conformance import log, run, turns


async def work(number):
    await turns(number)
    log("worked", number)


async def main():
    tasks = [asyncio.create_task(work(number)) for number in (1, 4)]
    async for task in asyncio.as_completed(tasks):
        log("the first:", tasks.index(task))
        break
    await tasks[1]


run(main)
