# Reporting more items done than were put is an error; joining an empty queue does not wait.
# covers: asyncio.Queue.task_done, asyncio.Queue.join
import asyncio

from conformance import log, run


async def main():
    queue = asyncio.Queue()
    await queue.join()
    log("nothing to wait for")
    queue.put_nowait(1)
    queue.task_done()
    try:
        queue.task_done()
    except ValueError:
        log("too often")


run(main)
