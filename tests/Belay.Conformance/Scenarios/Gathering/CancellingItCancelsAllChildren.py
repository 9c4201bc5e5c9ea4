# Cancelling the gather cancels every child, and raises once all are done.
# covers: asyncio.gather, asyncio.Future.cancel
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
        await asyncio.gather(child("slow", 2), child("quick", 0))
    except asyncio.CancelledError as error:
        log("parent", error)
        raise


async def main():
    task = asyncio.create_task(parent())
    await turns(2)
    task.cancel("stop")
    await turns(6)
    log("cancelled:", task.cancelled())


run(main)
