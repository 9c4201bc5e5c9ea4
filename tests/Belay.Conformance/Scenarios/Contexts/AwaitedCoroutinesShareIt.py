# A coroutine that is awaited shares its caller's context: what it sets is seen by the caller.
# covers: contextvars.ContextVar.set, await
import asyncio
from contextvars import ContextVar

from conformance import log, run


user = ContextVar("user", default="nobody")


async def log_in(name):
    await asyncio.sleep(0)
    user.set(name)


async def main():
    log("before", user.get())
    await log_in("alice")
    log("after", user.get())
    await asyncio.sleep(0)
    log("a turn later", user.get())


run(main)
