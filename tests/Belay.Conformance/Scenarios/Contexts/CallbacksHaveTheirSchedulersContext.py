# A callback runs in a context of when it was scheduled.
# covers: loop.call_soon, contextvars.ContextVar.get
import asyncio
from contextvars import ContextVar

from conformance import log, run


user = ContextVar("user", default="nobody")


async def other(loop):
    user.set("other")
    loop.call_soon(lambda: log("other's callback sees", user.get()))


async def main():
    loop = asyncio.get_running_loop()
    user.set("main")
    loop.call_soon(lambda: log("main's callback sees", user.get()))
    await asyncio.create_task(other(loop))
    await asyncio.sleep(0)
    log("main sees", user.get())


run(main)
