# Blocking work can be given to the loop's executor; several pieces are gathered like coroutines.
# covers: loop.run_in_executor
import asyncio

from conformance import log, run


def square(number):
    return number * number


async def main():
    loop = asyncio.get_running_loop()
    log("squares", await asyncio.gather(*[loop.run_in_executor(None, square, number) for number in (1, 2, 3)]))


run(main)
