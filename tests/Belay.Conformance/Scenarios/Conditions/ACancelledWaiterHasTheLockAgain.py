# A cancelled waiter takes the lock again before the cancellation goes on, so its block can release it.
# covers: asyncio.Condition.wait, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            log("waiter", error, "locked:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel("enough")
        await turns(3)
        log("main still has the lock, the waiter done:", task.done())
    await turns(3)
    log("cancelled:", task.cancelled(), "locked:", condition.locked())


run(main)
