# A body that makes progress can put its deadline off.
# covers: asyncio.Timeout.reschedule, asyncio.Timeout.when
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as scope:
            for part in range(3):
                await asyncio.sleep(1)
                log("part", part)
                scope.reschedule(loop.time() + 2)
            log("deadline", scope.when())
            await asyncio.sleep(10)
    except TimeoutError:
        log("too late at", loop.time(), "expired:", scope.expired())


run(main)
