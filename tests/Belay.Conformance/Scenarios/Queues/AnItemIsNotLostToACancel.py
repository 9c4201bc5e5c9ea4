# A getter cancelled after it was woken passes its wake-up on: the item is not lost.
# covers: asyncio.Queue.get, asyncio.Task.cancel
import asyncio

from conformance import log, run


async def getter(name, queue):
    log(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(getter("first", queue))
    second = asyncio.create_task(getter("second", queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    await second
    log("first cancelled:", first.cancelled(), "size", queue.qsize())


run(main)
