# What a callback raises goes to the error handler at once; the loop goes on.
# covers: loop.call_soon, loop.set_exception_handler
import asyncio

from conformance import AppError, log, run


def fail():
    raise AppError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail)
    loop.call_soon(log, "the next")
    await asyncio.sleep(0)
    log("main goes on")


run(main)
