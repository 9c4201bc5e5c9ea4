# A done callback runs in the context of whoever added it, not in the task's.
# covers: asyncio.Future.add_done_callback, contextvars.ContextVar.get
import asyncio
from contextvars import ContextVar

from conformance import log, run


user = ContextVar("user", default="nobody")


async def work():
    user.set("the task")
    await asyncio.sleep(0)


async def main():
    user.set("main")
    task = asyncio.create_task(work())
    task.add_done_callback(lambda _: log("callback sees", user.get()))
    user.set("main, changed")
    await task
    log("main sees", user.get())


run(main)
