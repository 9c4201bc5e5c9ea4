# How many turns it takes to leave a group: empty, with children, with a failure, cancelled.
# covers: asyncio.TaskGroup
import asyncio

from conformance import AppError, Ticker, log, run, turns


async def fails():
    raise AppError("at once")


async def waits():
    await asyncio.sleep(3600)


async def group_of(*children):
    async with asyncio.TaskGroup() as group:
        for child in children:
            group.create_task(child())


async def main():
    ticker = Ticker()
    for name, children in (("nobody", ()), ("one", (fails,)), ("two", (waits, fails))):
        before = ticker.turn
        try:
            await group_of(*children)
        except* AppError:
            pass
        log(name, ticker.turn - before)
    task = asyncio.create_task(group_of(waits, waits))
    await turns(3)
    before = ticker.turn
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled", ticker.turn - before)
    ticker.stop()


run(main)
