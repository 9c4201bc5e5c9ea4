# How many turns wait, wait_for and as_completed take.
# covers: asyncio.wait, asyncio.wait_for, asyncio.as_completed
import asyncio

from conformance import Ticker, log, run, turns


async def value(number, count=0):
    await turns(count)
    return number


async def main():
    ticker = Ticker()

    async def measure(name, awaitable):
        before = ticker.turn
        try:
            await awaitable
        except TimeoutError:
            pass
        log(name, ticker.turn - before)

    async def collect(tasks):
        async for task in asyncio.as_completed(tasks):
            log("came", await task, "in turn", ticker.turn)

    await measure("wait for all", asyncio.wait([asyncio.create_task(value(n, n)) for n in (1, 3)]))
    await measure("wait for the first", asyncio.wait([asyncio.create_task(value(n, n)) for n in (1, 3)], return_when=asyncio.FIRST_COMPLETED))
    await measure("a coroutine within an hour", asyncio.wait_for(value(1), 3600))
    await measure("a task within an hour", asyncio.wait_for(asyncio.create_task(value(1)), 3600))
    await measure("a coroutine at once", asyncio.wait_for(value(1, 2), 0))
    await measure("a task at once", asyncio.wait_for(asyncio.create_task(value(1, 2)), 0))
    await measure("as completed", collect([asyncio.create_task(value(n, n)) for n in (3, 1, 2)]))
    ticker.stop()


run(main)
