# Aborting wakes all who wait with BrokenBarrierError, and whoever comes later gets it too.
# covers: asyncio.Barrier.abort, asyncio.Barrier.broken, asyncio.BrokenBarrierError
import asyncio

from conformance import log, run


async def party(name, barrier):
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        log(name, error)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.abort()
    log("broken:", barrier.broken)
    for task in tasks:
        await task
    await party("late", barrier)


run(main)
