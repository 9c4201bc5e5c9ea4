# A block that ends in time is not disturbed, and nobody waits for its limit.
# covers: asyncio.timeout, asyncio.Timeout, asyncio.Timeout.expired
import asyncio

from conformance import log, run


async def main():
    async with asyncio.timeout(5) as scope:
        await asyncio.sleep(1)
        log("body ends")
    log("expired:", scope.expired(), "at", asyncio.get_running_loop().time())
    await asyncio.sleep(10)
    log("nothing came later")


run(main)
