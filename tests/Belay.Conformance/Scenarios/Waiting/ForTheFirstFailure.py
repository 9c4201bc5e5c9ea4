# Waiting for the first failure passes over what succeeds and what is cancelled.
# covers: asyncio.wait, asyncio.FIRST_EXCEPTION
import asyncio

from conformance import AppError, log, run, turns


async def work(name, count):
    await turns(count)
    log(name, "ends")
    if name == "fails":
        raise AppError(name)


async def main():
    plan = (("succeeds", 1), ("fails", 6), ("is slow", 9))
    tasks = [asyncio.create_task(work(name, count), name=name) for name, count in plan]
    victim = asyncio.create_task(asyncio.sleep(3600), name="is cancelled")
    asyncio.get_running_loop().call_soon(victim.cancel)
    done, pending = await asyncio.wait([*tasks, victim], return_when=asyncio.FIRST_EXCEPTION)
    log("done", sorted(task.get_name() for task in done))
    log("failure", tasks[1].exception())
    await asyncio.wait(pending)


run(main)
