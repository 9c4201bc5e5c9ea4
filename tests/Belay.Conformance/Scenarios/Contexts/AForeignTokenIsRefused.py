# A token serves its own variable, in the context it was made in.
# covers: contextvars.ContextVar.reset, contextvars.Token
import asyncio
from contextvars import ContextVar

from conformance import log, run


first, second = ContextVar("first", default=0), ContextVar("second", default=0)


async def child(token):
    try:
        first.reset(token)
    except ValueError as error:
        log("another context", error)


async def main():
    token = first.set(1)
    try:
        second.reset(token)
    except ValueError as error:
        log("another variable", error)
    await asyncio.create_task(child(token))
    log("first", first.get())


run(main)
