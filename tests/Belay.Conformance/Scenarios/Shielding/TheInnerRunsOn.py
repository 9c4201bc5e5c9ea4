# Cancelling whoever awaits a shield leaves the inner task running.
# covers: asyncio.shield
import asyncio

from conformance import log, run, turns


async def commit():
    await turns(4)
    log("committed")


async def request():
    try:
        await asyncio.shield(commit())
    except asyncio.CancelledError as error:
        log("request", error)
        raise


async def main():
    task = asyncio.create_task(request())
    await turns(2)
    task.cancel("client is gone")
    await turns(2)
    log("cancelled:", task.cancelled())
    await turns(3)
    log("main ends")


run(main)
