# A supervisor restarts a child that fails, each time in a new task, until it has failed too often.
# covers: asyncio.create_task, asyncio.Task.exception, asyncio.wait
import asyncio

from conformance import AppError, NetError, log, run


async def child(life):
    log("life", life)
    await asyncio.sleep(life)
    raise AppError(f"died in life {life}")


async def supervise(restarts):
    for life in range(1, restarts + 1):
        task = asyncio.create_task(child(life))
        await asyncio.wait([task])
        log("saw", task.exception(), "at", asyncio.get_running_loop().time())
    raise NetError("given up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(supervise(3))
    except* NetError as failed:
        log("main", failed)


run(main)
