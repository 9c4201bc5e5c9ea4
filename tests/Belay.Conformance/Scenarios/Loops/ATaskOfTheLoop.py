# A task can be made by the loop itself, also from a callback; it belongs to that loop.
# covers: loop.create_task, asyncio.Task.get_loop, asyncio.Task.done
import asyncio

from conformance import log, run


async def work():
    log("work")
    return 1


async def main():
    loop = asyncio.get_running_loop()
    task = loop.create_task(work())
    log("its loop:", task.get_loop() is loop, "done:", task.done())
    log("result", await task)
    log("done:", task.done())


run(main)
