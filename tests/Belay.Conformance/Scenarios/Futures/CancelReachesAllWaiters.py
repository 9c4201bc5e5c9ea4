# Cancelling a future is cancelling it for all who await it, message included.
# covers: asyncio.Future.cancel, asyncio.Future.cancelled
import asyncio

from conformance import log, run


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        log(name, error)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "ab"]
    await asyncio.sleep(0)
    log("cancelled now:", future.cancel("off"), future.cancelled())
    log("again:", future.cancel())
    for task in tasks:
        await task


run(main)
