# A runner has its loop before anything runs on it; closed, it runs nothing more.
# covers: asyncio.Runner.get_loop, asyncio.Runner.close, loop.is_closed, loop.close
import asyncio

from conformance import log, loop_factory, run


async def work(loop):
    log("the same loop:", asyncio.get_running_loop() is loop)


def main():
    runner = asyncio.Runner(loop_factory=loop_factory)
    loop = runner.get_loop()
    loop.call_soon(log, "scheduled before the run")
    runner.run(work(loop))
    runner.close()
    runner.close()
    log("closed:", loop.is_closed())
    try:
        runner.run(work(loop))
    except RuntimeError as error:
        log("refused", error)


run(main)
