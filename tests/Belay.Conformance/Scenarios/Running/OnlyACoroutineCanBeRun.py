# A run takes a coroutine, not a task or future.
# covers: asyncio.run, asyncio.Runner.run
import asyncio

from conformance import log, loop_factory, run


def main():
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        future = runner.get_loop().create_future()
        try:
            runner.run(future)
        except ValueError as error:
            log("refused", error)
    log("closed")


run(main)
