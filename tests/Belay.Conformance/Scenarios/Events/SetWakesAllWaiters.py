# Setting an event wakes all who wait; who comes later does not wait at all.
# covers: asyncio.Event, asyncio.Event.set, asyncio.Event.wait, asyncio.Event.is_set
import asyncio

from conformance import log, run


async def waiter(name, event):
    await event.wait()
    log(name, "goes")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "ab"]
    await asyncio.sleep(0)
    log("set:", event.is_set())
    event.set()
    log("set:", event.is_set())
    await event.wait()
    log("main did not wait")
    for task in tasks:
        await task


run(main)
