# An eager task too runs in a copy of its creator's context.
# covers: asyncio.eager_task_factory, contextvars.ContextVar.set
import asyncio
from contextvars import ContextVar

from conformance import log, run


value = ContextVar("value", default="default")


async def child():
    log("child sees", value.get())
    value.set("child's")
    log("child sees", value.get())


async def main():
    value.set("main's")
    await asyncio.eager_task_factory(asyncio.get_running_loop(), child())
    log("main sees", value.get())


run(main)
