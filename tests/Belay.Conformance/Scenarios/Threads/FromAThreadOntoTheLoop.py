# A thread gives a coroutine to the loop and waits for its result.
# covers: asyncio.run_coroutine_threadsafe, asyncio.to_thread
import asyncio

from conformance import log, run


async def work(value):
    await asyncio.sleep(0)
    log("on the loop", value)
    return value + 1


async def main():
    loop = asyncio.get_running_loop()

    def thread():
        future = asyncio.run_coroutine_threadsafe(work(1), loop)
        log("the thread got", future.result())

    await asyncio.to_thread(thread)
    log("main ends")


run(main)
