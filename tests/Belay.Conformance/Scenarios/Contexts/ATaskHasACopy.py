# A task starts with a copy of its creator's context: it sees what was set before, and what it sets is its own.
# covers: contextvars.ContextVar, contextvars.ContextVar.get, contextvars.ContextVar.set, asyncio.create_task
import asyncio
from contextvars import ContextVar

from conformance import log, run


user = ContextVar("user", default="nobody")


async def child():
    log("child", user.get())
    user.set("child")
    await asyncio.sleep(0)
    log("child", user.get())


async def main():
    user.set("main")
    task = asyncio.create_task(child())
    user.set("changed after the creation")
    await task
    log("main", user.get())


run(main)
