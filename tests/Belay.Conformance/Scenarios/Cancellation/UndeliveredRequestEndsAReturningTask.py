# A task that returns with a request still undelivered ends cancelled.
# covers: asyncio.Task.cancel
import asyncio

from conformance import log, run


async def work():
    asyncio.current_task().cancel("too late")
    return "value"


async def main():
    task = asyncio.create_task(work())
    try:
        log("result", await task)
    except asyncio.CancelledError as error:
        log("main got", error)


run(main)
