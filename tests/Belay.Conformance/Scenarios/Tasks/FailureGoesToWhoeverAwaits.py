# A detached task's failure disturbs nobody until somebody awaits it, and then each who does.
# covers: asyncio.create_task, asyncio.Task.exception
import asyncio

from conformance import AppError, log, run, turns


async def fail():
    raise AppError("no luck")


async def main():
    task = asyncio.create_task(fail())
    await turns(3)
    log("main goes on")
    for attempt in range(2):
        try:
            await task
        except AppError as error:
            log("attempt", attempt, error)
    log("exception", task.exception())


run(main)
