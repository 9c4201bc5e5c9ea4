# How many turns it takes to await an eager task: none if it is done, and one less than another if not.
# covers: asyncio.eager_task_factory
import asyncio

from conformance import Ticker, log, run, turns


async def main():
    ticker, loop = Ticker(), asyncio.get_running_loop()
    for count in (0, 1, 3):
        before = ticker.turn
        await asyncio.eager_task_factory(loop, turns(count))
        log("eager, waits", count, "takes", ticker.turn - before)
        before = ticker.turn
        await asyncio.create_task(turns(count))
        log("other, waits", count, "takes", ticker.turn - before)
    ticker.stop()


run(main)
