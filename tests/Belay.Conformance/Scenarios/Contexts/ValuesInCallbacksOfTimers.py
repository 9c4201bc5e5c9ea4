# A timer's callback too runs in the context of when it was set; a variable knows its name.
# covers: contextvars.ContextVar.name, contextvars.ContextVar.get, loop.call_later
import asyncio
from contextvars import ContextVar

from conformance import log, run


request = ContextVar("request", default="none")


async def handle(number):
    request.set(number)
    asyncio.get_running_loop().call_later(number, lambda: log(request.name, request.get()))


async def main():
    for number in (2, 1):
        await asyncio.create_task(handle(number))
    await asyncio.sleep(3)
    log("main has", request.get())


run(main)
