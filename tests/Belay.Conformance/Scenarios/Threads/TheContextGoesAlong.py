# The work sees a copy of the caller's context.
# covers: asyncio.to_thread, contextvars.ContextVar.get
import asyncio
from contextvars import ContextVar

from conformance import log, run


user = ContextVar("user", default="nobody")


def blocking():
    log("thread sees", user.get())
    user.set("the thread's")


async def main():
    user.set("alice")
    await asyncio.to_thread(blocking)
    log("main sees", user.get())


run(main)
