# A child that is cancelled by somebody else surfaces like a failure; the gather itself is not cancelled.
# covers: asyncio.gather, asyncio.CancelledError
import asyncio

from conformance import log, run, turns


async def works():
    await turns(3)
    log("the other ends")


async def main():
    victim = asyncio.create_task(asyncio.sleep(3600))
    gathered = asyncio.gather(victim, asyncio.create_task(works()))
    await asyncio.sleep(0)
    victim.cancel("by somebody")
    try:
        await gathered
    except asyncio.CancelledError as error:
        log("caught", error, "cancelled:", gathered.cancelled())
    log("requests", asyncio.current_task().cancelling())
    await turns(3)


run(main)
