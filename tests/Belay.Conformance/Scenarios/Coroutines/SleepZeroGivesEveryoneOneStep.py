# A sleep of zero lets every other ready task take one step.
# covers: asyncio.sleep
import asyncio

from conformance import log, run


async def count(name):
    for i in range(3):
        log(name, i)
        await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(count(name)) for name in "abc"]
    for i in range(3):
        log("main", i)
        await asyncio.sleep(0)
    log("main waits")
    for task in tasks:
        await task


run(main)
