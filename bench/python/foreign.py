"""What asyncio has in the place of a Task: its own future, done before or later, and its executor."""

import asyncio

import measure


async def completed(count, clock):
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    clock.start()
    for _ in range(count):
        await future
    clock.stop()


async def pending(count, clock):
    loop = asyncio.get_running_loop()
    clock.start()
    for _ in range(count):
        future = loop.create_future()
        loop.call_soon(future.set_result, None)
        await future
    clock.stop()


def nothing():
    pass


async def thread(count, clock):
    loop = asyncio.get_running_loop()
    clock.start()
    for _ in range(count):
        await loop.run_in_executor(None, nothing)
    clock.stop()


BODIES = {"completed": completed, "pending": pending, "thread": thread}
options = measure.arguments(*BODIES)
measure.per_operation(BODIES[options.variant], options)
