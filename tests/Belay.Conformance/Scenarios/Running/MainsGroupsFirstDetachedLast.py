# Main's own children are finished with main; detached tasks are cancelled only when the run ends.
# covers: asyncio.run, asyncio.TaskGroup, asyncio.create_task
import asyncio

from conformance import AppError, log, loop_factory, run


async def worker(name):
    try:
        await asyncio.sleep(3600)
    finally:
        log(name, "cleans up")


async def work(tasks):
    tasks.append(asyncio.create_task(worker("detached")))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("child"))
            await asyncio.sleep(0)
            raise AppError("main fails")
    finally:
        log("main leaves its group")


def main():
    try:
        asyncio.run(work([]), loop_factory=loop_factory)
    except* AppError as error:
        log("run raised", error)


run(main)
