# Cancelling a task that awaits another cancels that one, and the way back takes a turn for each.
# covers: asyncio.Task.cancel, await
import asyncio

from conformance import log, run, turns


async def leaf():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as error:
        log("leaf", error)
        raise


async def stem(task):
    try:
        await task
    except asyncio.CancelledError as error:
        log("stem", error)
        raise


async def main():
    inner = asyncio.create_task(leaf())
    outer = asyncio.create_task(stem(inner))
    await turns(2)
    outer.cancel("all of you")
    log("requests", outer.cancelling(), inner.cancelling())
    for _ in range(3):
        await asyncio.sleep(0)
        log("inner done", inner.done(), "outer done", outer.done())


run(main)
