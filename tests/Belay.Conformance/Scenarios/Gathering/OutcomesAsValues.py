# With exceptions as results nothing is raised: failures and cancellations stand where the values would.
# covers: asyncio.gather
import asyncio

from conformance import AppError, log, run, turns


async def work(number):
    await turns(number)
    if number == 1:
        raise AppError("one")
    if number == 2:
        raise asyncio.CancelledError("two")
    return number


async def main():
    log("outcomes", await asyncio.gather(*[work(number) for number in range(4)], return_exceptions=True))


run(main)
