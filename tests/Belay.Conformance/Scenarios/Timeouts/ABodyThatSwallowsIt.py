# A body that swallows the cancellation leaves without an error; that it expired can be asked.
# covers: asyncio.timeout, asyncio.Timeout.expired
import asyncio

from conformance import log, run


async def main():
    async with asyncio.timeout(1) as scope:
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            log("swallowed")
    log("expired:", scope.expired(), "requests", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


run(main)
