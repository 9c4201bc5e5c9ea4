# How many turns it takes to await a task: one that returns at once, waits, fails, is cancelled, or is done.
# covers: asyncio.create_task, asyncio.Task.cancel
import asyncio

from conformance import AppError, Ticker, log, run, turns


async def fails():
    raise AppError("at once")


async def settle(task):
    try:
        await task
    except (AppError, asyncio.CancelledError):
        pass


async def main():
    ticker = Ticker()
    done = asyncio.create_task(turns(0))
    await done
    log("returns at once", ticker.turn)
    await asyncio.create_task(turns(3))
    log("waits three turns", ticker.turn)
    await settle(asyncio.create_task(fails()))
    log("fails", ticker.turn)
    cancelled = asyncio.create_task(turns(3))
    await asyncio.sleep(0)
    cancelled.cancel()
    await settle(cancelled)
    log("is cancelled", ticker.turn)
    await done
    log("is done", ticker.turn)
    ticker.stop()


run(main)
