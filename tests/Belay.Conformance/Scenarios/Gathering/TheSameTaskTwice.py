# The same task given twice is waited for once, and its result stands twice.
# covers: asyncio.gather
import asyncio

from conformance import log, run


async def work(value):
    log("runs", value)
    await asyncio.sleep(0)
    return value


async def main():
    once = asyncio.create_task(work("once"))
    other = asyncio.create_task(work("other"))
    log("results", await asyncio.gather(once, other, once))


run(main)
