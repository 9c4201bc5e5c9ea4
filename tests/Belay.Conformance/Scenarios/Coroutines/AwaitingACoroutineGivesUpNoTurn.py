# A coroutine that does not wait runs within the step of whoever awaits it: nobody else runs in between.
# covers: await
import asyncio

from conformance import log, run


async def inner():
    log("inner")


async def other():
    log("other runs")


async def main():
    task = asyncio.create_task(other())
    await inner()
    await inner()
    log("still the same step")
    await task


run(main)
