# A failure of an eager task's first step is kept by the task, not raised where it is created.
# covers: asyncio.eager_task_factory
import asyncio

from conformance import AppError, log, run


async def fail():
    log("fails")
    raise AppError("eagerly")


async def main():
    task = asyncio.eager_task_factory(asyncio.get_running_loop(), fail())
    log("created, done:", task.done())
    try:
        await task
    except AppError as error:
        log("caught", error)


run(main)
