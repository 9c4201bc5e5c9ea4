# A value that is returned in spite of the cancellation is the result; no TimeoutError then.
# covers: asyncio.wait_for
import asyncio

from conformance import log, run


async def stubborn():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log("cancelled, but")
    return "here it is"


async def main():
    log(await asyncio.wait_for(stubborn(), 1))
    log("requests", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


run(main)
