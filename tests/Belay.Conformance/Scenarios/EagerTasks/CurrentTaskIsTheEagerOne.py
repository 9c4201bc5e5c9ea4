# During its first step an eager task is the current task; afterwards the creator is again.
# covers: asyncio.eager_task_factory, asyncio.current_task
import asyncio

from conformance import log, run


async def who():
    log("inside", asyncio.current_task().get_name())


async def main():
    asyncio.current_task().set_name("main")
    task = asyncio.eager_task_factory(asyncio.get_running_loop(), who(), name="eager")
    log("outside", asyncio.current_task().get_name())
    await task


run(main)
