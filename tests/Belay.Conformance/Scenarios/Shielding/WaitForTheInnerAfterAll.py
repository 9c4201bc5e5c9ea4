# The pattern for a clean-up that must finish: shield it, and on a cancellation wait for it before leaving.
# covers: asyncio.shield, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def save():
    await turns(3)
    log("saved")


async def worker():
    saving = asyncio.create_task(save())
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        log("cancelled, but first")
        await saving
        raise


async def main():
    task = asyncio.create_task(worker())
    await turns(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
