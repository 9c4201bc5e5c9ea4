# A party cancelled while it waits leaves; the barrier is not broken and waits for another.
# covers: asyncio.Barrier.wait, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def party(name, barrier):
    try:
        log(name, "passes as", await barrier.wait())
    except asyncio.CancelledError as error:
        log(name, error)
        raise


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(party("first", barrier))
    await asyncio.sleep(0)
    first.cancel("leaves")
    await turns(2)
    log("waiting", barrier.n_waiting, "broken:", barrier.broken)
    async with asyncio.TaskGroup() as group:
        group.create_task(party("second", barrier))
        group.create_task(party("third", barrier))


run(main)
