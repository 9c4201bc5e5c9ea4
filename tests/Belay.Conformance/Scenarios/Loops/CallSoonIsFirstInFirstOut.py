# Callbacks run in the next turn, first in, first out; what they schedule runs in the turn after.
# covers: loop.call_soon
import asyncio

from conformance import log, run, turns


async def main():
    loop = asyncio.get_running_loop()

    def first():
        log("first")
        loop.call_soon(log, "scheduled by the first")

    loop.call_soon(first)
    loop.call_soon(log, "second")
    log("scheduled")
    await asyncio.sleep(0)
    log("a turn later")
    await asyncio.sleep(0)
    log("two turns later")


run(main)
