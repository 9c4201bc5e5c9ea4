# A cancellation goes down a chain of tasks at once and comes back up a turn for each.
# covers: asyncio.Task.cancel, await
import asyncio

from conformance import Ticker, log, run, turns


async def chain(depth):
    if depth:
        await asyncio.create_task(chain(depth - 1))
    else:
        await asyncio.sleep(3600)


async def main():
    ticker = Ticker()
    for depth in (0, 1, 4):
        task = asyncio.create_task(chain(depth))
        await turns(depth + 2)
        before = ticker.turn
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            log("depth", depth, "takes", ticker.turn - before)
    ticker.stop()


run(main)
