# A shield holds against its awaiter only: the end of the run cancels the inner task.
# covers: asyncio.shield, asyncio.run
import asyncio

from conformance import log, run


async def inner():
    try:
        await asyncio.sleep(3600)
    finally:
        log("inner cancelled at the end")


async def main():
    outer = asyncio.shield(inner())
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    log("main ends")


run(main)
