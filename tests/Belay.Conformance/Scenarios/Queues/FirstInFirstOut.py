# Items come out in the order in which they went in; a getter of an empty queue waits.
# covers: asyncio.Queue, asyncio.Queue.put, asyncio.Queue.get, asyncio.Queue.qsize, asyncio.Queue.empty
import asyncio

from conformance import log, run


async def consumer(queue):
    for _ in range(3):
        log("got", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue))
    await asyncio.sleep(0)
    log("empty:", queue.empty())
    for item in "abc":
        await queue.put(item)
    log("size", queue.qsize())
    await task
    log("size", queue.qsize())


run(main)
