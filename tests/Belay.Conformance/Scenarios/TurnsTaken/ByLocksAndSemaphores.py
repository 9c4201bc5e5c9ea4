# How many turns the hand-over of a lock and of a semaphore takes.
# covers: asyncio.Lock, asyncio.Semaphore
import asyncio

from conformance import Ticker, log, run, turns


async def main():
    ticker = Ticker()

    async def holder(name, gate):
        async with gate:
            log(name, "holds it in turn", ticker.turn)
            await asyncio.sleep(0)
        log(name, "left in turn", ticker.turn)

    for gate in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Semaphore(2)):
        tasks = [asyncio.create_task(holder(name, gate)) for name in "abcd"]
        await turns(2)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    ticker.stop()


run(main)
