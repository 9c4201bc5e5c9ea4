# A handle cancels its callback, any time before it runs.
# covers: asyncio.Handle.cancel, asyncio.Handle.cancelled
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(log, "never")
    kept = loop.call_soon(log, "kept")
    handle.cancel()
    log("cancelled:", handle.cancelled(), kept.cancelled())
    await asyncio.sleep(0)
    handle.cancel()
    log("cancelling again does nothing")


run(main)
