# An immediate shutdown discards the items and counts them done; join still waits for those in work.
# covers: asyncio.Queue.shutdown, asyncio.Queue.join
import asyncio

from conformance import log, run, turns


async def worker(queue):
    item = await queue.get()
    log("works on", item)
    await turns(4)
    log("done with", item)
    queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in (1, 2, 3):
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue))
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    log("size", queue.qsize())
    await queue.join()
    log("joined, worker done:", task.done())


run(main)
