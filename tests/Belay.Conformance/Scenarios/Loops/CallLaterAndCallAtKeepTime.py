# Timers fire in the order of their times, relative or absolute.
# covers: loop.call_later, loop.call_at, asyncio.TimerHandle.when, loop.time
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    later = loop.call_later(2, log, "later")
    at = loop.call_at(loop.time() + 1, log, "at")
    log("when", later.when(), at.when())
    await asyncio.sleep(3)
    log("now", loop.time())


run(main)
