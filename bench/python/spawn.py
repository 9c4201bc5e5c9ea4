"""Children that have nothing to do: the price of having them."""

import asyncio

import measure

BATCH = 1000


async def child():
    pass


async def batch(count, clock):
    clock.start()
    for _ in range(count // BATCH):
        async with asyncio.TaskGroup() as group:
            for _ in range(BATCH):
                group.create_task(child())
    clock.stop()


async def one(count, clock):
    async with asyncio.TaskGroup() as group:
        clock.start()
        for _ in range(count):
            await group.create_task(child())
        clock.stop()


options = measure.arguments("batch", "one")
if options.variant == "batch":
    measure.per_operation(batch, options, BATCH)
else:
    measure.per_operation(one, options)
