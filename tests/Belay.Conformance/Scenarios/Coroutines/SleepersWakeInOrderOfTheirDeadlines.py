# Sleeping tasks wake in the order of their deadlines, whatever the order in which they fell asleep.
# covers: asyncio.sleep, loop.time
import asyncio

from conformance import log, run


async def nap(seconds):
    await asyncio.sleep(seconds)
    log("woke at", asyncio.get_running_loop().time())


async def main():
    tasks = [asyncio.create_task(nap(seconds)) for seconds in (3, 1, 2)]
    for task in tasks:
        await task
    log("main at", asyncio.get_running_loop().time())


run(main)
