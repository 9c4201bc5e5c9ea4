"""A thousand tasks wait; measured is from the first request to the end of the last task, for each task."""

import asyncio

import measure

BATCH = 1000
cleaned_up = 0


async def plain():
    await asyncio.get_running_loop().create_future()


async def clean_up():
    global cleaned_up
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        cleaned_up += 1


async def deep1():
    await deep2()


async def deep2():
    await deep3()


async def deep3():
    await deep4()


async def deep4():
    await plain()


WAITERS = {"plain": plain, "deep": deep1, "finally": clean_up}


async def body(count, clock):
    for _ in range(count // BATCH):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(waiter()) for _ in range(BATCH)]
            await asyncio.sleep(0)
            clock.start()
            for task in tasks:
                task.cancel()
        clock.stop()


options = measure.arguments(*WAITERS)
waiter = WAITERS[options.variant]
measure.per_operation(body, options, BATCH)
