# Cancelled after the awaited future has its value but before the task resumed: the value is lost.
# covers: asyncio.Task.cancel, asyncio.Future.set_result
import asyncio

from conformance import log, run


async def work(future):
    try:
        log("value", await future)
    except asyncio.CancelledError as error:
        log("cancelled", error)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    await asyncio.sleep(0)
    future.set_result("lost")
    task.cancel("later")
    await task
    log("the future has", future.result())


run(main)
