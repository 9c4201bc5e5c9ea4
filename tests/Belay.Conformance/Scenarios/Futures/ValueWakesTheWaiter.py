# A future is done once it has a value; who awaits it resumes in the next turn.
# covers: loop.create_future, asyncio.Future.set_result, asyncio.Future.done
import asyncio

from conformance import log, run


async def waiter(future):
    log("got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    log("done:", future.done())
    future.set_result("value")
    log("done:", future.done())
    await task


run(main)
