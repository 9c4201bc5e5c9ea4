# The copy is of the bindings: an object that a variable refers to is shared with the child.
# covers: contextvars.ContextVar.get, asyncio.create_task
import asyncio
from contextvars import ContextVar

from conformance import log, run


basket = ContextVar("basket")


async def child():
    basket.get().append("from the child")
    basket.set([])
    basket.get().append("unseen")


async def main():
    basket.set(["from main"])
    await asyncio.create_task(child())
    log("main", basket.get())


run(main)
