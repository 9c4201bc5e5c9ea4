# A cancelled sleep ends at once: nobody waits for its time.
# covers: asyncio.sleep, loop.time
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(3600))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled at", loop.time())
    await asyncio.sleep(1)
    log("ends at", loop.time())


run(main)
