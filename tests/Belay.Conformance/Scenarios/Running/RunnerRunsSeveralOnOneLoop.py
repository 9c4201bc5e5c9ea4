# A runner runs several mains on one loop; tasks that are left wait in between and go on in the next run.
# covers: asyncio.Runner, asyncio.Runner.run, asyncio.Runner.close
import asyncio

from conformance import log, loop_factory, run


async def ticker():
    number = 0
    try:
        while True:
            number += 1
            log("tick", number)
            await asyncio.sleep(0)
    finally:
        log("ticker cancelled")


async def start(tasks):
    tasks.append(asyncio.create_task(ticker()))
    await asyncio.sleep(0)
    log("first main ends")


async def other():
    log("second main")
    await asyncio.sleep(0)
    log("second main ends")
    return "value"


def main():
    tasks = []
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(start(tasks))
        log("between the runs")
        log("result", runner.run(other()))
    log("closed")


run(main)
