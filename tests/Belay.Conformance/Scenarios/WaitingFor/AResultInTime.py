# A result that comes in time is returned.
# covers: asyncio.wait_for
import asyncio

from conformance import log, run


async def work():
    await asyncio.sleep(1)
    return "in time"


async def main():
    log(await asyncio.wait_for(work(), 2))
    log("at", asyncio.get_running_loop().time())
    log(await asyncio.wait_for(work(), None))


run(main)
