# A callback can create tasks, which start in the next turn; it is in none itself.
# covers: loop.call_soon, asyncio.create_task
import asyncio

from conformance import log, run


async def work():
    log("task runs")


async def main():
    loop = asyncio.get_running_loop()
    tasks = []

    def callback():
        tasks.append(loop.create_task(work()))
        log("callback created a task")

    loop.call_soon(callback)
    await asyncio.sleep(0)
    log("main, a turn later")
    await tasks[0]


run(main)
