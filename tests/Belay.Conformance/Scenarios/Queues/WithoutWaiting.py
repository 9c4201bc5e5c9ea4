# Without waiting: a full queue refuses an item, an empty one has none to give.
# covers: asyncio.Queue.put_nowait, asyncio.Queue.get_nowait, asyncio.QueueFull, asyncio.QueueEmpty
import asyncio

from conformance import log, run


async def main():
    queue = asyncio.Queue(maxsize=1)
    for item in (1, 2):
        try:
            queue.put_nowait(item)
            log("put", item)
        except asyncio.QueueFull:
            log("full")
    for _ in range(2):
        try:
            log("got", queue.get_nowait())
        except asyncio.QueueEmpty:
            log("empty")


run(main)
