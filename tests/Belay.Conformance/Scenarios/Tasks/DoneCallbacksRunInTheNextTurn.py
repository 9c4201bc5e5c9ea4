# Done callbacks are scheduled, never called inline, and come in the order in which they were added.
# covers: asyncio.Task.add_done_callback
import asyncio

from conformance import log, run


async def work():
    log("work")
    return 5


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(lambda done: log("first callback", done.result()))
    task.add_done_callback(lambda done: log("second callback", done is task))
    await asyncio.sleep(0)
    log("done", task.done())
    await asyncio.sleep(0)
    log("after the callbacks")


run(main)
