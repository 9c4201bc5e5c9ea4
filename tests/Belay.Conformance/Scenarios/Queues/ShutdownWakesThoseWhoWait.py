# A shutdown wakes blocked getters and putters with QueueShutDown.
# covers: asyncio.Queue.shutdown, asyncio.QueueShutDown
import asyncio

from conformance import log, run, turns


async def getter(name, queue):
    try:
        log(name, "got", await queue.get())
    except asyncio.QueueShutDown as error:
        log(name, error)


async def putter(queue):
    try:
        await queue.put("more")
    except asyncio.QueueShutDown as error:
        log("putter", error)


async def main():
    empty, full = asyncio.Queue(), asyncio.Queue(maxsize=1)
    full.put_nowait("first")
    async with asyncio.TaskGroup() as group:
        for name in ("getter a", "getter b"):
            group.create_task(getter(name, empty))
        group.create_task(putter(full))
        await turns(2)
        empty.shutdown()
        full.shutdown()
        log("shut down")
    log("still there", full.qsize())


run(main)
