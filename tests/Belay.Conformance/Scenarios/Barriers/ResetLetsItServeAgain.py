# A reset breaks it for those who wait, and lets it serve again.
# covers: asyncio.Barrier.reset, asyncio.BrokenBarrierError
import asyncio

from conformance import log, run


async def party(name, barrier):
    try:
        log(name, "passes as", await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        log(name, error)


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(party("first", barrier))
    await asyncio.sleep(0)
    await barrier.reset()
    await first
    log("broken:", barrier.broken)
    async with asyncio.TaskGroup() as group:
        group.create_task(party("second", barrier))
        group.create_task(party("third", barrier))


run(main)
