# A task gets references: changing the object is seen by everyone, rebinding the variable by nobody else.
# covers: asyncio.create_task
import asyncio

from conformance import log, run


async def change(items, count):
    items.append("added")
    count += 1
    log("child", items, count)


async def main():
    items, count = ["first"], 1
    await asyncio.create_task(change(items, count))
    log("main", items, count)


run(main)
