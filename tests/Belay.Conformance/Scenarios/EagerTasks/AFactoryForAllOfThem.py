# A factory makes all tasks of a loop eager; here each is made so.
# covers: asyncio.create_eager_task_factory, loop.set_task_factory
import asyncio

from conformance import log, run


async def work(name):
    log(name, "runs at once")
    await asyncio.sleep(0)
    log(name, "ends")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))
    tasks = [asyncio.create_task(work(name)) for name in "ab"]
    log("created")
    for task in tasks:
        await task


run(main)
