# Cancelled while it waits at its end, a group cancels its children, waits for them and lets the cancellation through.
# covers: asyncio.TaskGroup, asyncio.Task.cancel
import asyncio

from conformance import log, run, turns


async def child(name, count):
    try:
        await asyncio.sleep(3600)
    finally:
        await turns(count)
        log(name, "done")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("slow", 2))
            group.create_task(child("quick", 0))
    except asyncio.CancelledError as error:
        log("parent", error)
        raise


async def main():
    task = asyncio.create_task(parent())
    await turns(2)
    task.cancel("stop")
    await turns(5)
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())


run(main)
