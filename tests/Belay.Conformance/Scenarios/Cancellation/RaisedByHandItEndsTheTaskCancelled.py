# A coroutine that raises CancelledError itself ends its task as cancelled; no request is counted.
# covers: asyncio.CancelledError, asyncio.Task.cancelled
import asyncio

from conformance import log, run


async def quit():
    raise asyncio.CancelledError("I quit")


async def main():
    task = asyncio.create_task(quit())
    try:
        await task
    except asyncio.CancelledError as error:
        log("main got", error)
    log("cancelled:", task.cancelled(), "requests:", task.cancelling())
    log("main's requests:", asyncio.current_task().cancelling())


run(main)
