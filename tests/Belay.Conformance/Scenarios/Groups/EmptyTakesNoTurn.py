# A group without children leaves without giving up the turn.
# covers: asyncio.TaskGroup
import asyncio

from conformance import log, run


async def other():
    log("other")


async def main():
    task = asyncio.create_task(other())
    async with asyncio.TaskGroup():
        log("body")
    log("left")
    await task


run(main)
