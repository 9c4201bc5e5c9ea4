# What the work raises is raised at the await.
# covers: asyncio.to_thread
import asyncio

from conformance import AppError, log, run


def blocking():
    raise AppError("in the thread")


async def main():
    try:
        await asyncio.to_thread(blocking)
    except AppError as error:
        log("caught", error)
    log("nothing to return", await asyncio.to_thread(lambda: None))


run(main)
