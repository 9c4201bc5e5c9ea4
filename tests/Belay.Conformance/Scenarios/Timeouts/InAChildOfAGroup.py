# A time-out in a child fails that child, and with it the group.
# covers: asyncio.timeout, asyncio.TaskGroup
import asyncio

from conformance import log, run


async def limited():
    async with asyncio.timeout(1):
        await asyncio.sleep(100)


async def sibling():
    try:
        await asyncio.sleep(100)
    finally:
        log("sibling cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(limited())
            group.create_task(sibling())
    except* TimeoutError as failed:
        log("caught", failed)


run(main)
