# A cancellation is thrown where the task waits, in the next turn, with the message of the request.
# covers: asyncio.Task.cancel, asyncio.CancelledError
import asyncio

from conformance import log, run


async def work():
    try:
        log("waits")
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as error:
        log("got", error)
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    log("asked:", task.cancel("enough"))
    log("not delivered yet:", task.done())
    await asyncio.sleep(0)
    log("cancelled:", task.cancelled())


run(main)
