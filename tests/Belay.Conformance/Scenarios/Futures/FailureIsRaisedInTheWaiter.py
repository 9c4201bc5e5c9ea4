# A future can be given a failure, which whoever awaits it gets.
# covers: asyncio.Future.set_exception, asyncio.Future.exception
import asyncio

from conformance import AppError, log, run


async def waiter(name, future):
    try:
        await future
    except AppError as error:
        log(name, error)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "ab"]
    await asyncio.sleep(0)
    future.set_exception(AppError("failed"))
    for task in tasks:
        await task
    log("exception", future.exception())


run(main)
