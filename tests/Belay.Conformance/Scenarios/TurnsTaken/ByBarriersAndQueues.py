# How many turns it takes to pass a barrier and to hand an item over.
# covers: asyncio.Barrier, asyncio.Queue
import asyncio

from conformance import Ticker, log, run, turns


async def main():
    ticker, barrier, queue = Ticker(), asyncio.Barrier(2), asyncio.Queue(maxsize=1)

    async def party(name, count):
        await turns(count)
        for _ in range(2):
            await barrier.wait()
            log(name, "passes in turn", ticker.turn)

    async def put():
        for item in range(3):
            await queue.put(item)
            log("put", item, "in turn", ticker.turn)

    async def get():
        for _ in range(3):
            item = await queue.get()
            log("got", item, "in turn", ticker.turn)
            queue.task_done()

    await asyncio.gather(party("a", 0), party("b", 2))
    log("barrier done in turn", ticker.turn)
    await asyncio.gather(get(), put())
    await queue.join()
    log("queue done in turn", ticker.turn)
    ticker.stop()


run(main)
