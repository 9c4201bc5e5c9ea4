# When main ends, the tasks that are left are cancelled all at once and waited for.
# covers: asyncio.run, asyncio.Task.cancel
import asyncio

from conformance import log, loop_factory, run, turns


async def background(name, count):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log(name, "is cancelled")
        await turns(count)
        log(name, "is done")
        raise


async def work(tasks):
    for name, count in (("slow", 2), ("quick", 0)):
        tasks.append(asyncio.create_task(background(name, count)))
    await asyncio.sleep(0)
    log("main ends")


def main():
    tasks = []
    asyncio.run(work(tasks), loop_factory=loop_factory)
    log("cancelled:", [task.cancelled() for task in tasks])


run(main)
