# Notify-all wakes every waiter; they go on one after the other, as each has the lock.
# covers: asyncio.Condition.notify_all
import asyncio

from conformance import log, run, turns


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        log(name, "has the lock")
        await turns(2)
        log(name, "lets go")


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "ab"]
    await turns(2)
    async with condition:
        condition.notify_all()
    log("notified")
    for task in tasks:
        await task


run(main)
