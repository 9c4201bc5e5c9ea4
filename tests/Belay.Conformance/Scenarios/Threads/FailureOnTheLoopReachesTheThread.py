# A failure of the coroutine is raised in the thread that waits for it.
# covers: asyncio.run_coroutine_threadsafe
import asyncio

from conformance import AppError, log, run


async def fails():
    await asyncio.sleep(0)
    raise AppError("on the loop")


async def main():
    loop = asyncio.get_running_loop()

    def thread():
        try:
            asyncio.run_coroutine_threadsafe(fails(), loop).result()
        except AppError as error:
            log("the thread caught", error)

    await asyncio.to_thread(thread)
    log("main ends")


run(main)
