# When the time is over the body is cancelled at its await, and TimeoutError leaves the block.
# covers: asyncio.timeout, asyncio.TimeoutError
import asyncio

from conformance import log, run


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                log("body cancelled, requests", asyncio.current_task().cancelling())
                raise
    except TimeoutError as error:
        log("left", error, "because of", error.__cause__)
    log("at", asyncio.get_running_loop().time(), "requests", asyncio.current_task().cancelling())


run(main)
