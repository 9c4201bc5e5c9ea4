# What a done callback raises goes to the error handler; the other callbacks and the task are not disturbed.
# covers: asyncio.Task.add_done_callback, loop.set_exception_handler
import asyncio

from conformance import AppError, log, run, turns


def fail(task):
    raise AppError("in a callback")


async def main():
    task = asyncio.create_task(turns(1))
    task.add_done_callback(fail)
    task.add_done_callback(lambda done: log("the next is called"))
    await task
    log("main goes on")
    await asyncio.sleep(0)


run(main)
