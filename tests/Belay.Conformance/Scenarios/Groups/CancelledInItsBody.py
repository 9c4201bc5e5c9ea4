# Cancelled inside its body, a group cancels its children too before the cancellation leaves.
# covers: asyncio.TaskGroup, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def child():
    try:
        await asyncio.sleep(3600)
    finally:
        log("child cancelled")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        try:
            await asyncio.sleep(3600)
        finally:
            log("body cancelled")


async def main():
    task = asyncio.create_task(parent())
    await turns(2)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
