# A time-out of none has no deadline, until it is given one.
# covers: asyncio.timeout, asyncio.Timeout.when, asyncio.Timeout.reschedule
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as scope:
            log("when", scope.when())
            await asyncio.sleep(100)
            scope.reschedule(loop.time() + 1)
            log("when", scope.when())
            await asyncio.sleep(100)
    except TimeoutError:
        log("at", loop.time())


run(main)
