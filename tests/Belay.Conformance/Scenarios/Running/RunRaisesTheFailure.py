# What main raises leaves the run, after the loop has been closed in order.
# covers: asyncio.run
import asyncio

from conformance import AppError, log, loop_factory, run


async def fail():
    try:
        raise AppError("main failed")
    finally:
        await asyncio.sleep(0)
        log("cleaned up")


def main():
    try:
        asyncio.run(fail(), loop_factory=loop_factory)
    except AppError as error:
        log("caught", error)


run(main)
