# A limit of zero is checked only where the body waits.
# covers: asyncio.timeout
import asyncio

from conformance import log, run


async def main():
    async with asyncio.timeout(0):
        log("no await, no time-out")
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            log("never")
    except TimeoutError as error:
        log("left", error)


run(main)
