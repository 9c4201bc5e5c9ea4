# A finally may wait while the task is being cancelled; the task ends only afterwards.
# covers: asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def work():
    try:
        await asyncio.sleep(3600)
    finally:
        log("cleaning")
        await turns(2)
        log("clean")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    for _ in range(4):
        await asyncio.sleep(0)
        log("done:", task.done())


run(main)
