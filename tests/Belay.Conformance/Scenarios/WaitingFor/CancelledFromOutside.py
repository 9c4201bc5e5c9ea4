# Cancelled from outside before the time is over, the cancellation leaves as it is.
# covers: asyncio.wait_for, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def work():
    try:
        await asyncio.sleep(3600)
    finally:
        log("work cleans up")


async def caller():
    try:
        await asyncio.wait_for(work(), 10)
    except asyncio.CancelledError as error:
        log("caller", error)
        raise


async def main():
    task = asyncio.create_task(caller())
    await turns(2)
    task.cancel("outside")
    await turns(2)
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())


run(main)
