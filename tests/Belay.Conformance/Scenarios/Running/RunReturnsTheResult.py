# A run makes a loop, runs main on it and returns its result.
# covers: asyncio.run
import asyncio

from conformance import log, loop_factory, run


async def work():
    await asyncio.sleep(0)
    log("works")
    return 42


def main():
    log("result", asyncio.run(work(), loop_factory=loop_factory))
    log("and once more", asyncio.run(work(), loop_factory=loop_factory))


run(main)
