# A KeyboardInterrupt raised in any task leaves the run at once; then main is cancelled and cleans up.
# covers: KeyboardInterrupt, asyncio.run
import asyncio

from conformance import log, loop_factory, run


async def interrupts():
    log("interrupts")
    raise KeyboardInterrupt


async def work():
    task = asyncio.create_task(interrupts())
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log("main is cancelled, the task has", task.exception())
        raise


def main():
    try:
        asyncio.run(work(), loop_factory=loop_factory)
    except KeyboardInterrupt as error:
        log("left the run", error)


run(main)
