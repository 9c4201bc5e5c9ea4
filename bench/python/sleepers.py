"""A million tasks that sleep for an hour, all at once: their memory, and the time to start and to cancel them."""

import asyncio
import gc
import time

import measure

COUNT = 1_000_000
NAP = 3600


async def sleep():
    await asyncio.sleep(NAP)


async def main(count):
    gc.collect()
    empty = measure.resident_bytes()
    async with asyncio.TaskGroup() as group:
        start = time.perf_counter()
        tasks = [group.create_task(sleep()) for _ in range(count)]
        await asyncio.sleep(0)
        print("start", (time.perf_counter() - start) / count * 1e9)
        # CPython has no cheap count of its own heap: the process's memory stands for both.
        each = (measure.resident_bytes() - empty) / count
        print("bytes", each)
        print("resident", each)
        start = time.perf_counter()
        for task in tasks:
            task.cancel()
    print("cancel", (time.perf_counter() - start) / count * 1e9)


options = measure.arguments()
measure.run(main(COUNT // 10 if options.quick else COUNT), options)
