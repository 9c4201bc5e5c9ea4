"""A fresh loop for an empty coroutine, again and again."""

import asyncio

import measure


async def nothing():
    pass


def body(count, clock):
    clock.start()
    for _ in range(count):
        asyncio.run(nothing())
    clock.stop()


measure.per_operation(body, measure.arguments())
