# Notify wakes so many waiters, in their order; each goes on once it has the lock again.
# covers: asyncio.Condition, asyncio.Condition.wait, asyncio.Condition.notify
import asyncio

from conformance import log, run, turns


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        log(name, "goes, locked:", condition.locked())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abc"]
    await turns(2)
    async with condition:
        condition.notify(2)
        log("notified two")
        await turns(2)
        log("lets go")
    await turns(4)
    log("done:", [task.done() for task in tasks])
    async with condition:
        condition.notify()
    await tasks[2]


run(main)
