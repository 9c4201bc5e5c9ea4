# Waiting for all of them: it returns when the last is done, raises nothing and cancels nothing.
# covers: asyncio.wait, asyncio.ALL_COMPLETED
import asyncio

from conformance import AppError, log, run, turns


async def work(name, count):
    await turns(count)
    log(name, "ends")
    if name == "b":
        raise AppError("not raised by wait")


async def main():
    tasks = [asyncio.create_task(work(name, count), name=name) for name, count in (("a", 3), ("b", 1), ("c", 2))]
    done, pending = await asyncio.wait(tasks)
    log("done", sorted(task.get_name() for task in done))
    log("pending", len(pending))
    log("b has", tasks[1].exception())


run(main)
