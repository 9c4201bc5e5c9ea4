# After a main that failed, the runner runs the next.
# covers: asyncio.Runner.run
import asyncio

from conformance import AppError, log, loop_factory, run


async def fail():
    await asyncio.sleep(0)
    raise AppError("first")


async def succeed():
    await asyncio.sleep(0)
    return "second"


def main():
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        try:
            runner.run(fail())
        except AppError as error:
            log("caught", error)
        log("result", runner.run(succeed()))


run(main)
