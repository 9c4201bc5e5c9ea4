# Two requests before the delivery make one exception, with the message of the first, and count two.
# covers: asyncio.Task.cancel, asyncio.Task.cancelling
import asyncio

from conformance import log, run, turns


async def work():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as error:
        log("got", error)
    await turns(2)
    log("no other came")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    log("asked:", task.cancel("first"), task.cancel("second"))
    log("requests", task.cancelling())
    await task


run(main)
