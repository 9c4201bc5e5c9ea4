# A deadline can be given on the loop's clock; one that has passed expires at the first await.
# covers: asyncio.timeout_at, loop.time
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(10)
    try:
        async with asyncio.timeout_at(12):
            await asyncio.sleep(10)
    except TimeoutError:
        log("at", loop.time())
    try:
        async with asyncio.timeout_at(5):
            log("body starts")
            await asyncio.sleep(10)
    except TimeoutError:
        log("still at", loop.time())


run(main)
