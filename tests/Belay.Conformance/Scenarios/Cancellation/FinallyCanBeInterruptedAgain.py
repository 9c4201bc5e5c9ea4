# A second request interrupts the clean-up at its await.
# covers: asyncio.Task.cancel
import asyncio

from conformance import log, run


async def work():
    try:
        await asyncio.sleep(3600)
    finally:
        try:
            log("cleaning")
            await asyncio.sleep(3600)
            log("never")
        finally:
            log("interrupted")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
