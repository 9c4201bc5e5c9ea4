# Join waits until every item that was put has been reported done.
# covers: asyncio.Queue.join, asyncio.Queue.task_done
import asyncio

from conformance import log, run, turns


async def worker(name, queue):
    while True:
        item = await queue.get()
        await turns(item)
        log(name, "did", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in (3, 1, 6):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(name, queue)) for name in "ab"]
    await queue.join()
    log("all done")
    for task in workers:
        task.cancel()


run(main)
