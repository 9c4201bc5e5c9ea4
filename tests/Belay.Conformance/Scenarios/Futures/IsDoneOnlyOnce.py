# A future takes one outcome: a second is an error, and a late cancel does nothing.
# covers: asyncio.Future.set_result, asyncio.Future.set_exception, asyncio.Future.cancel, asyncio.InvalidStateError
import asyncio

from conformance import AppError, log, run


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        log("second result", error)
    try:
        future.set_exception(AppError("no"))
    except asyncio.InvalidStateError as error:
        log("late failure", error)
    log("late cancel", future.cancel())
    log("result", future.result())


run(main)
