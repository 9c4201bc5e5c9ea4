# The tasks of the loop are those that are not done, the main task among them.
# covers: asyncio.all_tasks
import asyncio

from conformance import log, run, turns


async def work(count):
    await turns(count)


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    asyncio.current_task().set_name("main")
    long = asyncio.create_task(work(4), name="long")
    short = asyncio.create_task(work(1), name="short")
    log("created", names())
    await short
    log("short is done", names())
    await long
    log("long is done", names())


run(main)
