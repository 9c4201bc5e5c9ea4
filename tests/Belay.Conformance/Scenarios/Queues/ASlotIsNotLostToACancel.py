# A putter cancelled after it was woken passes its wake-up on: the free slot is not lost.
# covers: asyncio.Queue.put, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def putter(name, queue):
    await queue.put(name)
    log(name, "put")


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("main's")
    first = asyncio.create_task(putter("first", queue))
    second = asyncio.create_task(putter("second", queue))
    await asyncio.sleep(0)
    log("got", queue.get_nowait())
    first.cancel()
    await turns(3)
    log("cancelled:", first.cancelled(), "the second done:", second.done(), "size", queue.qsize())


run(main)
