# Between two awaits nobody else runs, so a counter needs no lock; across an await it does.
# covers: await
import asyncio

from conformance import log, run


count = 0


async def add_atomically():
    global count
    for _ in range(5):
        count += 1
        await asyncio.sleep(0)


async def add_across_an_await():
    global count
    for _ in range(5):
        before = count
        await asyncio.sleep(0)
        count = before + 1


async def main():
    global count
    for add in (add_atomically, add_across_an_await):
        count = 0
        first, second = asyncio.create_task(add()), asyncio.create_task(add())
        await first
        await second
        log("counted", count)


run(main)
