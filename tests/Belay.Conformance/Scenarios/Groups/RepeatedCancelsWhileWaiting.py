# A group that waits at its end absorbs repeated requests: children are cancelled once, all requests are counted.
# covers: asyncio.TaskGroup, asyncio.Task.cancelling
import asyncio

from conformance import log, run, turns


async def slow_to_stop():
    try:
        await asyncio.sleep(3600)
    finally:
        log("stopping")
        await turns(4)
        log("stopped")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(slow_to_stop())


async def main():
    task = asyncio.create_task(parent())
    await turns(2)
    for number in range(2):
        task.cancel(f"request {number}")
        await turns(2)
        log("requests", task.cancelling(), "done:", task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
