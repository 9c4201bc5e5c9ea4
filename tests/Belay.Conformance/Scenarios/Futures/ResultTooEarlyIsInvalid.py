# A future that is not done has neither a result nor an exception.
# covers: asyncio.Future.result, asyncio.Future.exception, asyncio.InvalidStateError
import asyncio

from conformance import log, run


async def main():
    future = asyncio.get_running_loop().create_future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            log("too early", error)
    future.set_result("now")
    log("result", future.result())
    log("exception", future.exception())


run(main)
