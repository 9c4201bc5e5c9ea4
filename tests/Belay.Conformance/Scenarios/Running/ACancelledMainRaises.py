# A main that ends cancelled makes the run raise CancelledError.
# covers: asyncio.run, asyncio.CancelledError
import asyncio

from conformance import log, loop_factory, run


async def work():
    asyncio.current_task().cancel("myself")
    try:
        await asyncio.sleep(0)
    finally:
        log("cleans up")


def main():
    try:
        asyncio.run(work(), loop_factory=loop_factory)
    except asyncio.CancelledError as error:
        log("left the run", error)


run(main)
