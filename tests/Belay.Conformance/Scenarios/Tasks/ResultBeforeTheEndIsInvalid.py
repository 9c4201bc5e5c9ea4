# Asking for the result or the exception of a task that is not done is an error.
# covers: asyncio.Task.result, asyncio.Task.exception, asyncio.InvalidStateError
import asyncio

from conformance import log, run


async def work():
    await asyncio.sleep(0)
    return "value"


async def main():
    task = asyncio.create_task(work())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            log("too early", error)
    await task
    log("result", task.result())
    log("exception", task.exception())


run(main)
