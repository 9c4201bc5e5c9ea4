# An eager task takes its first step before the call that creates it returns.
# covers: asyncio.eager_task_factory, asyncio.Task
import asyncio

from conformance import log, run


async def work():
    log("first step")
    await asyncio.sleep(0)
    log("second step")


async def main():
    task = asyncio.eager_task_factory(asyncio.get_running_loop(), work())
    log("created, done:", task.done())
    await task


run(main)
