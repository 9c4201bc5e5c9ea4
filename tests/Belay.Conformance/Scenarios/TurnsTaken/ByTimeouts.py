# How many turns a time-out takes that has expired before its body waits.
# covers: asyncio.timeout, asyncio.timeout_at
import asyncio

from conformance import Ticker, log, run, turns


async def main():
    ticker = Ticker()

    async def measure(name, when, body):
        before = ticker.turn
        try:
            async with asyncio.timeout_at(when):
                await body()
        except TimeoutError:
            log(name, "expired after", ticker.turn - before)
        else:
            log(name, "in time after", ticker.turn - before)

    async def nothing():
        pass

    await measure("no wait", -1, nothing)
    await measure("one turn", -1, lambda: turns(1))
    await measure("three turns", -1, lambda: turns(3))
    await measure("a sleep", -1, lambda: asyncio.sleep(3600))
    await measure("no limit", None, lambda: turns(2))
    ticker.stop()


run(main)
