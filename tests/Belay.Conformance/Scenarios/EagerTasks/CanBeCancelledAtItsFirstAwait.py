# An eager task that waits can be cancelled like any other.
# covers: asyncio.eager_task_factory, asyncio.Task.cancel
import asyncio

from conformance import log, run


async def work():
    try:
        log("waits")
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        log("cancelled", error)
        raise


async def main():
    task = asyncio.eager_task_factory(asyncio.get_running_loop(), work())
    task.cancel("enough")
    log("asked")
    await asyncio.sleep(0)
    log("cancelled:", task.cancelled())


run(main)
