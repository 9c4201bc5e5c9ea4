# A failed task comes like any other; its failure is raised where it is awaited.
# covers: asyncio.as_completed
import asyncio

from conformance import AppError, log, run, turns


async def work(number):
    await turns(number)
    if number == 2:
        raise AppError("two")
    return number


async def main():
    tasks = [asyncio.create_task(work(number)) for number in (4, 2, 6)]
    async for task in asyncio.as_completed(tasks):
        try:
            log("value", await task)
        except AppError as error:
            log("failure", error)


run(main)
