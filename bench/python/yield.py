"""One task gives up its turn again and again."""

import asyncio

import measure


async def body(count, clock):
    clock.start()
    for _ in range(count):
        await asyncio.sleep(0)
    clock.stop()


measure.per_operation(body, measure.arguments())
