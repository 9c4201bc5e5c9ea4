# A free lock is taken without giving up the turn.
# covers: asyncio.Lock.acquire, asyncio.Lock.locked
import asyncio

from conformance import log, run


async def other():
    log("other")


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(other())
    for _ in range(3):
        async with lock:
            log("locked:", lock.locked())
    await task


run(main)
