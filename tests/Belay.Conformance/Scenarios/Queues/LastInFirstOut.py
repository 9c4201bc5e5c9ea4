# A last-in-first-out queue gives the newest first.
# covers: asyncio.LifoQueue
import asyncio

from conformance import log, run


async def main():
    queue = asyncio.LifoQueue(maxsize=3)
    for item in (1, 2, 3):
        await queue.put(item)
    log("full:", queue.full())
    while not queue.empty():
        log("got", await queue.get())


run(main)
