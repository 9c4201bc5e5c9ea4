# Tasks of a group have a copy each: a request's variables stay with the request.
# covers: contextvars.ContextVar.set, asyncio.TaskGroup.create_task
import asyncio
from contextvars import ContextVar

from conformance import log, run, turns


request = ContextVar("request", default=None)


async def handle(number):
    request.set(number)
    await turns(2)
    log("still handles", request.get())


async def main():
    async with asyncio.TaskGroup() as group:
        for number in (1, 2, 3):
            group.create_task(handle(number))
    log("main has", request.get())


run(main)
