# A failure that nobody ever looked at goes to the error handler, at the latest when the loop closes.
# covers: loop.set_exception_handler, asyncio.create_task
import asyncio

from conformance import AppError, log, run, turns


async def fail():
    raise AppError("unseen")


async def main():
    task = asyncio.create_task(fail())
    await turns(2)
    log("main ends, done:", task.done())


run(main)
