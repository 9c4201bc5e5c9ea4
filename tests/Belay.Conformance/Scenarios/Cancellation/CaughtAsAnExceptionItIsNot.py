# A handler for ordinary failures does not catch a cancellation in Python; in C# it says so in its filter.
# covers: asyncio.CancelledError
import asyncio

from conformance import log, run


async def work():
    try:
        await asyncio.sleep(3600)
    except Exception as error:
        log("never", error)
    finally:
        log("on its way out")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    log("cancelled:", task.cancelled())


run(main)
