# Cancelling whoever waits leaves the tasks alone.
# covers: asyncio.wait, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def work():
    await turns(4)
    log("work ends")


async def waiter(tasks):
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError as error:
        log("waiter", error)
        raise


async def main():
    task = asyncio.create_task(work())
    waiting = asyncio.create_task(waiter([task]))
    await turns(2)
    waiting.cancel("no patience")
    await task
    log("waiter cancelled:", waiting.cancelled())


run(main)
