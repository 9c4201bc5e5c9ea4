# A task that fails while it is being cancelled at the end goes to the error handler.
# covers: asyncio.run, loop.set_exception_handler
import asyncio

from conformance import AppError, log, loop_factory, run


async def background():
    try:
        await asyncio.sleep(3600)
    finally:
        raise AppError("at shutdown")


async def work():
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    log("main ends, background done:", task.done())
    return "value"


def main():
    log("result", asyncio.run(work(), loop_factory=loop_factory))


run(main)
