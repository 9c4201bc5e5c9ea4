# A future is the bridge from a callback to a coroutine.
# covers: loop.create_future, loop.call_later
import asyncio

from conformance import log, run


def fetch(answer):
    """An API of callbacks."""
    asyncio.get_running_loop().call_later(2, answer, "the answer")


async def fetched():
    future = asyncio.get_running_loop().create_future()
    fetch(future.set_result)
    return await future


async def main():
    log(await fetched())
    log("at", asyncio.get_running_loop().time())


run(main)
