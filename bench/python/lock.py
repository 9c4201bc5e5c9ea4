"""Eight tasks take and release one lock in turns: every acquisition waits, every release hands over."""

import asyncio

import measure

TASKS = 8


async def take(gate, count):
    for _ in range(count):
        async with gate:
            pass


async def body(count, clock):
    gate = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        async with gate:
            for _ in range(TASKS):
                group.create_task(take(gate, count // TASKS))
            await asyncio.sleep(0)
            clock.start()
    clock.stop()


measure.per_operation(body, measure.arguments(), TASKS)
