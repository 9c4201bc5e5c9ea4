# A callback can be removed until the future is done.
# covers: asyncio.Future.remove_done_callback, asyncio.Future.add_done_callback
import asyncio

from conformance import log, run


def noisy(future):
    log("never")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(noisy)
    future.add_done_callback(noisy)
    future.add_done_callback(lambda _: log("the other"))
    log("removed", future.remove_done_callback(noisy))
    future.set_result(None)
    log("too late, removed", future.remove_done_callback(noisy))
    await asyncio.sleep(0)


run(main)
