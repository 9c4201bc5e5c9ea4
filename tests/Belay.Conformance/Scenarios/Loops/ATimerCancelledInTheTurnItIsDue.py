# A timer that is due can still be cancelled by what runs before it in the same turn.
# covers: asyncio.TimerHandle.cancel, asyncio.TimerHandle, asyncio.Handle, loop.call_at
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    timers = []

    def first():
        log("first cancels the second")
        timers[0].cancel()

    loop.call_at(1, first)
    timers.append(loop.call_at(1, log, "never"))
    loop.call_at(2, log, "third")
    await asyncio.sleep(3)
    log("cancelled:", timers[0].cancelled())


run(main)
