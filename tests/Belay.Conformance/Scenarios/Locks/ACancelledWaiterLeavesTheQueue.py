# A cancelled waiter leaves the queue; those behind it move up.
# covers: asyncio.Lock.acquire, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def waiter(name, lock):
    try:
        async with lock:
            log(name, "has it")
    except asyncio.CancelledError as error:
        log(name, error)
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(waiter(name, lock)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel("not you")
    await asyncio.sleep(0)
    lock.release()
    await turns(4)
    log("done:", [task.done() for task in tasks], "locked:", lock.locked())


run(main)
