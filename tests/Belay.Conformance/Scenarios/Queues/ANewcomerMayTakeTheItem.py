# An item stays in the queue until the woken getter runs: a newcomer may take it first.
# covers: asyncio.Queue.get, asyncio.Queue.get_nowait
import asyncio

from conformance import log, run, turns


async def getter(queue):
    log("getter got", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("first")
    log("main takes", queue.get_nowait())
    await turns(2)
    log("getter done:", task.done())
    queue.put_nowait("second")
    await task


run(main)
