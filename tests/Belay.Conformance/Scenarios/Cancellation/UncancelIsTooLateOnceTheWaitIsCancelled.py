# Taking back a request that has already cancelled what the task waits for does not stop it.
# covers: asyncio.Task.uncancel
import asyncio

from conformance import log, run


async def work():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as error:
        log("still delivered", error)
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("gone out")
    log("left", task.uncancel())
    await asyncio.sleep(0)
    log("cancelled:", task.cancelled())


run(main)
