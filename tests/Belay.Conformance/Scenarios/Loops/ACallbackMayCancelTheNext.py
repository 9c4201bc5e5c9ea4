# A callback may cancel one that is due in the same turn.
# covers: asyncio.Handle.cancel, loop.call_soon
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def first():
        log("first cancels the second")
        handles[0].cancel()

    loop.call_soon(first)
    handles.append(loop.call_soon(log, "never"))
    loop.call_soon(log, "third")
    await asyncio.sleep(0)
    log("done")


run(main)
