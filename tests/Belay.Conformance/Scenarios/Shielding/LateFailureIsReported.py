# A failure of the inner after the outer was cancelled goes to the error handler.
# covers: asyncio.shield, loop.set_exception_handler
import asyncio

from conformance import AppError, log, run, turns


async def fails():
    await turns(3)
    raise AppError("late")


async def main():
    inner = asyncio.create_task(fails())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    log("asked:", outer.cancel())
    await turns(5)
    log("main ends, the inner done:", inner.done())


run(main)
