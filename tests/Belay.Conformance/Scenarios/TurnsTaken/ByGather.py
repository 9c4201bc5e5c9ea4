# How many turns a gather takes: of nothing, of coroutines, of done tasks, nested, cancelled.
# covers: asyncio.gather
import asyncio

from conformance import AppError, Ticker, log, run, turns


async def value(number, count=0):
    await turns(count)
    return number


async def main():
    ticker = Ticker()

    async def measure(name, gathered):
        before = ticker.turn
        try:
            await gathered
        except (AppError, asyncio.CancelledError):
            pass
        log(name, ticker.turn - before)

    async def fails():
        raise AppError("at once")

    await measure("one", asyncio.gather(value(1)))
    await measure("two", asyncio.gather(value(1, 2), value(2)))
    done = asyncio.create_task(value(1))
    await done
    await measure("done", asyncio.gather(done, done))
    await measure("nested", asyncio.gather(asyncio.gather(value(1)), asyncio.gather(value(2))))
    await measure("outcomes", asyncio.gather(value(1), value(2, 1), return_exceptions=True))
    await measure("failed", asyncio.gather(fails(), value(2, 3)))
    cancelled = asyncio.gather(value(1, 9), value(2, 9))
    await turns(2)
    cancelled.cancel()
    await measure("cancelled", cancelled)
    ticker.stop()


run(main)
