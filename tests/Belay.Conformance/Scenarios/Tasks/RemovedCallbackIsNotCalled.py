# A callback can be removed; all its registrations go at once, and their number is returned.
# covers: asyncio.Task.remove_done_callback
import asyncio

from conformance import log, run, turns


def called(task):
    log("called")


def kept(task):
    log("kept is called")


async def main():
    task = asyncio.create_task(turns(1))
    task.add_done_callback(called)
    task.add_done_callback(kept)
    task.add_done_callback(called)
    log("removed", task.remove_done_callback(called))
    log("removed again", task.remove_done_callback(called))
    await task
    await asyncio.sleep(0)


run(main)
