# With two requests, taking back one leaves the other to be delivered.
# covers: asyncio.Task.uncancel
import asyncio

from conformance import log, run


async def work():
    task = asyncio.current_task()
    task.cancel("one")
    task.cancel("two")
    log("left", task.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        log("delivered", error)
    log("left", task.uncancel())


async def main():
    task = asyncio.create_task(work())
    await task
    log("cancelled:", task.cancelled())


run(main)
