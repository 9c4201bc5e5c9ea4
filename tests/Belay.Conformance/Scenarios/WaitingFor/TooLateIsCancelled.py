# What takes too long is cancelled; once it has cleaned up, TimeoutError is raised.
# covers: asyncio.wait_for, asyncio.TimeoutError
import asyncio

from conformance import log, run


async def work():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log("cancelled")
        raise
    finally:
        await asyncio.sleep(5)
        log("cleaned up")


async def main():
    try:
        await asyncio.wait_for(work(), 1)
    except TimeoutError as error:
        log("too late", error, "at", asyncio.get_running_loop().time())
    log("requests", asyncio.current_task().cancelling())


run(main)
