# The tasks of a group are kept by whoever made them; after the group their results are there.
# covers: asyncio.TaskGroup.create_task, asyncio.Task.result
import asyncio

from conformance import log, run


async def square(number):
    await asyncio.sleep(number)
    return number * number


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(square(number)) for number in (3, 1, 2)]
    log("results", [task.result() for task in tasks])
    log("at", asyncio.get_running_loop().time())


run(main)
