# A bounded queue that is full makes the producer wait: back-pressure.
# covers: asyncio.Queue.put, asyncio.Queue.full, asyncio.Queue.maxsize
import asyncio

from conformance import log, run, turns


async def producer(queue):
    for item in range(4):
        await queue.put(item)
        log("put", item, "full:", queue.full())


async def main():
    queue = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(producer(queue))
    await turns(2)
    log("of", queue.maxsize, "there are", queue.qsize())
    for _ in range(4):
        log("got", await queue.get())
        await turns(2)
    await task


run(main)
