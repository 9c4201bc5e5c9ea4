"""A limit that is not reached: the price of having it. What it is put on waits for one turn."""

import asyncio

import measure


async def child():
    await asyncio.sleep(0)


async def body(count, clock):
    clock.start()
    for _ in range(count):
        await asyncio.wait_for(child(), 60)
    clock.stop()


measure.per_operation(body, measure.arguments())
