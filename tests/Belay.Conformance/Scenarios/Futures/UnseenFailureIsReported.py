# A future whose failure nobody looks at goes to the error handler; one that was asked does not.
# covers: asyncio.Future.set_exception, loop.set_exception_handler
import asyncio

from conformance import AppError, log, run, turns


async def main():
    seen, unseen = asyncio.Future(), asyncio.Future()
    seen.set_exception(AppError("seen"))
    unseen.set_exception(AppError("unseen"))
    log("asked", seen.exception())
    await turns(2)
    log("main ends, both done:", seen.done() and unseen.done())


run(main)
