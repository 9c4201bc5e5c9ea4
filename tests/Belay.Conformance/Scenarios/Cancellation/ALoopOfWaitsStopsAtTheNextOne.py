# A worker that loops over short waits is stopped at the wait it is in.
# covers: asyncio.Task.cancel, asyncio.sleep
import asyncio

from conformance import log, run, turns


async def worker():
    done = 0
    try:
        while True:
            await asyncio.sleep(0)
            done += 1
            log("item", done)
    finally:
        log("stopped after", done)


async def main():
    task = asyncio.create_task(worker())
    await turns(4)
    task.cancel()
    await turns(2)
    log("cancelled:", task.cancelled())


run(main)
