# A priority queue gives the smallest first.
# covers: asyncio.PriorityQueue
import asyncio

from conformance import log, run


async def main():
    queue = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        await queue.put(item)
    while not queue.empty():
        log("got", await queue.get())


run(main)
