# Cancelling a task does not touch tasks it has only created.
# covers: asyncio.Task.cancel, asyncio.create_task
import asyncio

from conformance import log, run, turns


async def child():
    await turns(4)
    log("child ends undisturbed")


async def parent(children):
    children.append(asyncio.create_task(child()))
    await asyncio.sleep(3600)


async def main():
    children = []
    task = asyncio.create_task(parent(children))
    await turns(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("parent is cancelled")
    await children[0]


run(main)
