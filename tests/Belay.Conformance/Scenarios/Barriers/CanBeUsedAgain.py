# A barrier can be passed again and again, round by round.
# covers: asyncio.Barrier.wait
import asyncio

from conformance import log, run


async def party(name, barrier):
    for phase in range(3):
        log(name, "works on phase", phase)
        await barrier.wait()


async def main():
    barrier = asyncio.Barrier(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(party("a", barrier))
        group.create_task(party("b", barrier))
    log("broken:", barrier.broken)


run(main)
