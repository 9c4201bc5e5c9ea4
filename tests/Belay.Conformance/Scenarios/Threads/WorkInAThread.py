# Blocking work runs in a thread; its result comes back to the loop, which goes on meanwhile.
# covers: asyncio.to_thread
import asyncio
import threading

from conformance import log, run


async def main():
    started, go_on = asyncio.Event(), threading.Event()
    loop, own = asyncio.get_running_loop(), threading.get_ident()

    def blocking(value):
        log("in a thread of its own:", threading.get_ident() != own)
        loop.call_soon_threadsafe(started.set)
        go_on.wait()
        return value * 2

    task = asyncio.create_task(asyncio.to_thread(blocking, 21))
    await started.wait()
    log("the loop runs while the thread is blocked")
    go_on.set()
    log("result", await task)


run(main)
