# An eager task that never waits is done when it is created, and awaiting it gives up no turn.
# covers: asyncio.eager_task_factory
import asyncio

from conformance import log, run


async def other():
    log("other runs")


async def work():
    return 42


async def main():
    waiting = asyncio.create_task(other())
    task = asyncio.eager_task_factory(asyncio.get_running_loop(), work())
    log("done:", task.done(), "result:", task.result())
    log("awaited", await task)
    await waiting


run(main)
