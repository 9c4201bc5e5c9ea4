# Another thread reaches the loop by a call of its own, which wakes it.
# covers: loop.call_soon_threadsafe
import asyncio
import threading

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, "from the thread"))
    thread.start()
    log(await future)
    thread.join()


run(main)
