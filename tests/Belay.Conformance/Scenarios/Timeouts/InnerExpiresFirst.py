# Nested, the inner expires first and is caught between; the outer goes on.
# covers: asyncio.timeout
import asyncio

from conformance import log, run


async def main():
    async with asyncio.timeout(10) as outer:
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        except TimeoutError as error:
            log("inner", error)
        await asyncio.sleep(1)
        log("outer goes on, requests", asyncio.current_task().cancelling())
    log("outer expired:", outer.expired())


run(main)
