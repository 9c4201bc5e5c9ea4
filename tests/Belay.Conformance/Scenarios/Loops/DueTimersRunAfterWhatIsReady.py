# A timer that is due joins the end of the ready queue, for the next turn.
# covers: loop.call_later, loop.call_soon
import asyncio

from conformance import log, run, turns


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, log, "timer")
    loop.call_soon(log, "soon")
    await asyncio.sleep(0)
    log("a turn later")
    await asyncio.sleep(0)
    log("two turns later")


run(main)
