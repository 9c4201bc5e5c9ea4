# Set and cleared at once, an event still wakes those who waited; the next have to wait again.
# covers: asyncio.Event.clear, asyncio.Event.set
import asyncio

from conformance import log, run, turns


async def waiter(name, event):
    await event.wait()
    log(name, "goes, set:", event.is_set())


async def main():
    event = asyncio.Event()
    first = asyncio.create_task(waiter("first", event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    second = asyncio.create_task(waiter("second", event))
    await turns(3)
    log("done:", first.done(), second.done())
    event.set()
    await second


run(main)
