# A cancelled timer is neither called nor waited for.
# covers: asyncio.TimerHandle, asyncio.Handle.cancel, loop.call_later
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    timer = loop.call_later(5, log, "never")
    loop.call_later(1, timer.cancel)
    await asyncio.sleep(10)
    log("cancelled:", timer.cancelled(), "at", loop.time())


run(main)
