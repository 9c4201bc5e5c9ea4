# A task waited for too long is cancelled, unless it is shielded.
# covers: asyncio.wait_for, asyncio.shield
import asyncio

from conformance import log, run


async def main():
    for wrap in (lambda task: task, asyncio.shield):
        task = asyncio.create_task(asyncio.sleep(3))
        try:
            await asyncio.wait_for(wrap(task), 1)
        except TimeoutError:
            log("too late, the task cancelled:", task.cancelled())
    await task
    log("at", asyncio.get_running_loop().time())


run(main)
