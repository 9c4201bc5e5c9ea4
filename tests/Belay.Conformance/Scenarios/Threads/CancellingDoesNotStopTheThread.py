# Cancelling the await leaves the thread to its work; the run still waits for it at its end.
# covers: asyncio.to_thread, asyncio.Task.cancel
import asyncio
import threading

from conformance import log, run


async def main():
    started, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def blocking():
        loop.call_soon_threadsafe(started.set)
        go_on.wait()
        log("the thread ends")

    task = asyncio.create_task(asyncio.to_thread(blocking))
    await started.wait()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        log("cancelled", error)
    log("main ends")
    go_on.set()


run(main)
