"""Awaiting a coroutine that has an await in it but does not come to wait."""

import asyncio

import measure


async def one(total):
    if total < 0:
        await asyncio.sleep(0)
    return 1


async def body(count, clock):
    total = 0
    clock.start()
    for _ in range(count):
        total += await one(total)
    clock.stop()
    assert total == count


measure.per_operation(body, measure.arguments())
