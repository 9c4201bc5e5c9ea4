"""One task puts items into a bounded queue, another takes them out."""

import asyncio

import measure

PLACES = {"one": 1, "hundred": 100}


async def put(queue, count):
    for i in range(count):
        await queue.put(i)


async def body(count, clock):
    queue = asyncio.Queue(PLACES[options.variant])
    async with asyncio.TaskGroup() as group:
        clock.start()
        group.create_task(put(queue, count))
        for _ in range(count):
            await queue.get()
        clock.stop()


options = measure.arguments(*PLACES)
measure.per_operation(body, options)
