# A run cannot be started where a loop is running already.
# covers: asyncio.run
import asyncio

from conformance import log, run


async def inner():
    log("never")


async def main():
    try:
        asyncio.run(inner())
    except RuntimeError as error:
        log("refused", error)
    await asyncio.sleep(0)
    log("main goes on")


run(main)
