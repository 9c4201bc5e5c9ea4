# A barrier holds its parties until all have come; each gets its number.
# covers: asyncio.Barrier, asyncio.Barrier.wait, asyncio.Barrier.parties, asyncio.Barrier.n_waiting
import asyncio

from conformance import log, run, turns


async def party(name, count, barrier):
    await turns(count)
    log(name, "arrives, waiting", barrier.n_waiting)
    log(name, "passes as", await barrier.wait())


async def main():
    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for name, count in (("a", 2), ("b", 0), ("c", 4)):
            group.create_task(party(name, count, barrier))
    log("parties", barrier.parties, "waiting", barrier.n_waiting)


run(main)
