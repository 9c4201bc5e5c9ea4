# A waiter cancelled after it was notified passes the notification on.
# covers: asyncio.Condition.notify, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        log(name, "goes")


async def main():
    condition = asyncio.Condition()
    first = asyncio.create_task(waiter("first", condition))
    second = asyncio.create_task(waiter("second", condition))
    await turns(2)
    async with condition:
        condition.notify()
    first.cancel()
    await second
    log("first cancelled:", first.cancelled())


run(main)
