# Callbacks and waiting tasks are one queue, served in the order of arrival.
# covers: asyncio.Future.add_done_callback
import asyncio

from conformance import log, run


async def waiter(name, future):
    await future
    log(name, "resumes")


async def main():
    future = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(waiter("first task", future))
    await asyncio.sleep(0)
    future.add_done_callback(lambda _: log("callback"))
    second = asyncio.create_task(waiter("second task", future))
    await asyncio.sleep(0)
    future.set_result(None)
    log("set")
    await first
    await second


run(main)
