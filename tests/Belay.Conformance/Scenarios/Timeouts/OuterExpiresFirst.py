# When the outer expires first, the inner lets the cancellation through and the outer raises.
# covers: asyncio.timeout, asyncio.Timeout.expired
import asyncio

from conformance import log, run


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(100)
            except asyncio.CancelledError:
                log("through the inner, expired:", inner.expired())
                raise
    except TimeoutError as error:
        log("outer", error)
    log("at", asyncio.get_running_loop().time())


run(main)
