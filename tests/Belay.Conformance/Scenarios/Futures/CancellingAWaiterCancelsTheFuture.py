# Cancelling a task that awaits a bare future cancels the future, and so everyone else who awaits it.
# covers: asyncio.Task.cancel, asyncio.Future.cancelled
import asyncio

from conformance import log, run


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        log(name, error)
        log(name, "requests:", asyncio.current_task().cancelling())


async def main():
    future = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(waiter("first", future))
    second = asyncio.create_task(waiter("second", future))
    await asyncio.sleep(0)
    first.cancel("why")
    log("future cancelled:", future.cancelled())
    await second


run(main)
