"""Ten thousand coroutines at once, each with a turn to wait for and a result."""

import asyncio

import measure

COUNT = 10_000


async def child(number):
    await asyncio.sleep(0)
    return number


async def body(count, clock):
    for _ in range(count // COUNT):
        clock.start()
        await asyncio.gather(*[child(i) for i in range(COUNT)])
        clock.stop()


measure.per_operation(body, measure.arguments(), COUNT)
