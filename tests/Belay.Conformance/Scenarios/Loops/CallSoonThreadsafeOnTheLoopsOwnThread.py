# On the loop's own thread the thread-safe call is the ordinary one, in the same queue.
# covers: loop.call_soon_threadsafe, loop.call_soon
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "first")
    loop.call_soon_threadsafe(log, "second")
    loop.call_soon(log, "third")
    await asyncio.sleep(0)
    log("a turn later")


run(main)
