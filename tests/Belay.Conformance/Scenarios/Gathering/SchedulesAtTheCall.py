# The coroutines become tasks at the call, not at the await.
# covers: asyncio.gather
import asyncio

from conformance import log, run, turns


async def work(name):
    log(name, "runs")


async def main():
    gathered = asyncio.gather(work("a"), work("b"))
    log("called, done:", gathered.done())
    await asyncio.sleep(0)
    log("a turn later, done:", gathered.done())
    await asyncio.sleep(0)
    log("two turns later, done:", gathered.done())
    await gathered


run(main)
