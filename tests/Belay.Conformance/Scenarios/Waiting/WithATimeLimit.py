# When the time is over, wait returns what is done and what is not; nothing is raised or cancelled.
# covers: asyncio.wait
import asyncio

from conformance import log, run


async def work(seconds):
    await asyncio.sleep(seconds)
    log("worked", seconds)


async def main():
    tasks = [asyncio.create_task(work(seconds)) for seconds in (1, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    log("at", asyncio.get_running_loop().time(), "done", len(done), "pending", len(pending))
    done, pending = await asyncio.wait(pending)
    log("at", asyncio.get_running_loop().time(), "done", len(done), "pending", len(pending))


run(main)
