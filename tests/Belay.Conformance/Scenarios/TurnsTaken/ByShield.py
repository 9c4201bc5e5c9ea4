# How many turns a shield adds.
# covers: asyncio.shield
import asyncio

from conformance import Ticker, log, run


async def value(number):
    return number


async def main():
    ticker = Ticker()

    async def measure(name, awaitable):
        before = ticker.turn
        await awaitable
        log(name, ticker.turn - before)

    await measure("a coroutine", asyncio.shield(value(1)))
    await measure("a task", asyncio.shield(asyncio.create_task(value(2))))
    done = asyncio.create_task(value(3))
    await done
    await measure("a done task", asyncio.shield(done))
    await measure("a shield", asyncio.shield(asyncio.shield(value(4))))
    ticker.stop()


run(main)
