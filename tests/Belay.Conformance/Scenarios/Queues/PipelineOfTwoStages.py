# Two stages with a queue between them, ended by a shutdown of each in turn.
# covers: asyncio.Queue, asyncio.QueueShutDown, asyncio.TaskGroup
import asyncio

from conformance import log, run


async def produce(queue):
    for number in range(4):
        await queue.put(number)
        log("produced", number)
    queue.shutdown()


async def square(source, target):
    try:
        while True:
            number = await source.get()
            await target.put(number * number)
    except asyncio.QueueShutDown:
        target.shutdown()


async def collect(source):
    try:
        while True:
            log("collected", await source.get())
    except asyncio.QueueShutDown:
        log("end of the line")


async def main():
    first, second = asyncio.Queue(maxsize=1), asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(first))
        group.create_task(square(first, second))
        group.create_task(collect(second))


run(main)
