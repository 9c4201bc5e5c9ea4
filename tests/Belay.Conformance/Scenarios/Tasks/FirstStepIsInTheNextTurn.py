# A task takes its first step in the next turn, and tasks start in the order of their creation.
# covers: asyncio.create_task
import asyncio

from conformance import log, run


async def work(name):
    log(name, "runs")


async def main():
    first = asyncio.create_task(work("first"))
    second = asyncio.create_task(work("second"))
    log("created", first.done(), second.done())
    await second
    log("second done, first too", first.done())


run(main)
