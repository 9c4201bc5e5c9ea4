# A cancelled waiter leaves the others waiting.
# covers: asyncio.Event.wait, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def waiter(name, event):
    try:
        await event.wait()
        log(name, "goes")
    except asyncio.CancelledError as error:
        log(name, error)
        raise


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel("b only")
    await turns(2)
    event.set()
    await tasks[2]
    log("cancelled:", [task.cancelled() for task in tasks])


run(main)
