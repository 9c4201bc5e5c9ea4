# Asking a cancelled future for its result or exception raises CancelledError.
# covers: asyncio.Future.result, asyncio.Future.exception, asyncio.CancelledError
import asyncio

from conformance import log, run


async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel("gone")
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.CancelledError:
            log("cancelled")


run(main)
