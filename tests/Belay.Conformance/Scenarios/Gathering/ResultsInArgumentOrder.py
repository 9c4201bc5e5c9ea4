# The results come in the order of the arguments, whatever the order in which they finished.
# covers: asyncio.gather
import asyncio

from conformance import log, run


async def square(number):
    await asyncio.sleep(number)
    log("squared", number)
    return number * number


async def main():
    log("results", await asyncio.gather(*[square(number) for number in (3, 1, 2)]))


run(main)
