# Waiting for the first: the others go on, and it is for the caller to cancel them.
# covers: asyncio.wait, asyncio.FIRST_COMPLETED
import asyncio

from conformance import log, run, turns


async def work(name, count):
    try:
        await turns(count)
    finally:
        log(name, "ends")


async def main():
    tasks = [asyncio.create_task(work(name, count), name=name) for name, count in (("slow", 5), ("quick", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log("done", [task.get_name() for task in done])
    for task in pending:
        log("cancels", task.get_name())
        task.cancel()
    await asyncio.wait(pending)
    log("cancelled:", tasks[0].cancelled())


run(main)
