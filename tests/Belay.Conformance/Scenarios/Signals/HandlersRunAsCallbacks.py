# A handler is a callback of the loop, in no task and in the context it was added in; another takes its place.
# covers: loop.add_signal_handler
import asyncio
import contextvars
import os
import signal

from conformance import log, run

name = contextvars.ContextVar("name")


async def main():
    loop = asyncio.get_running_loop()
    handled = asyncio.Event()

    def handle(which):
        log(which, asyncio.current_task() is None, name.get())
        handled.set()

    for which in ("the first", "the second"):
        name.set(which)
        loop.add_signal_handler(signal.SIGUSR1, handle, which)
        name.set("set later")
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGUSR1)
            log("sent")
            await handled.wait()
            handled.clear()
    log("removed", loop.remove_signal_handler(signal.SIGUSR1))
    log("removed", loop.remove_signal_handler(signal.SIGUSR1))


run(main)
