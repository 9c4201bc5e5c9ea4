# Awaiting a task that somebody else cancels raises CancelledError, yet the awaiting task has no request.
# covers: asyncio.Task.cancelling, asyncio.CancelledError
import asyncio

from conformance import log, run, turns


async def waiter(task):
    try:
        await task
    except asyncio.CancelledError:
        log("my requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    return "I go on"


async def main():
    victim = asyncio.create_task(asyncio.sleep(3600))
    task = asyncio.create_task(waiter(victim))
    await turns(2)
    victim.cancel()
    log(await task)


run(main)
