# Raised by a callback of the loop it leaves the run at once; it is not the error handler's.
# covers: KeyboardInterrupt, loop.call_soon
import asyncio

from conformance import log, loop_factory, run


def interrupt():
    raise KeyboardInterrupt


async def work():
    asyncio.get_running_loop().call_soon(interrupt)
    try:
        await asyncio.sleep(3600)
    finally:
        log("main cleans up")


def main():
    try:
        asyncio.run(work(), loop_factory=loop_factory)
    except KeyboardInterrupt as error:
        log("left the run", error)


run(main)
