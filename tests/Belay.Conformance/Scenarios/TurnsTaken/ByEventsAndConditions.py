# How many turns it takes from a set or a notification to the waiter.
# covers: asyncio.Event, asyncio.Condition
import asyncio

from conformance import Ticker, log, run, turns


async def main():
    ticker, event, condition = Ticker(), asyncio.Event(), asyncio.Condition()

    async def wait_for_event(name):
        await event.wait()
        log(name, "goes in turn", ticker.turn)

    async def wait_for_condition(name):
        async with condition:
            await condition.wait()
            log(name, "goes in turn", ticker.turn)

    tasks = [asyncio.create_task(wait_for_event(name)) for name in "ab"]
    await asyncio.sleep(0)
    event.set()
    log("set in turn", ticker.turn)
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(wait_for_condition(name)) for name in "cdef"]
    await turns(2)
    async with condition:
        condition.notify(2)
        log("notified in turn", ticker.turn)
    await turns(4)
    tasks[2].cancel()
    log("cancelled in turn", ticker.turn)
    await asyncio.gather(*tasks, return_exceptions=True)
    ticker.stop()


run(main)
