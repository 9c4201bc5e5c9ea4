# A cancellation from outside wins over the time-out, and its request stays counted.
# covers: asyncio.timeout, asyncio.Task.cancelling
import asyncio

from conformance import log, run, turns


async def work():
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await asyncio.sleep(100)
            finally:
                await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        log("cancelled", error, "expired:", scope.expired())
        log("requests", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(2)
    task.cancel("outside")
    await turns(3)
    log("cancelled:", task.cancelled())


run(main)
