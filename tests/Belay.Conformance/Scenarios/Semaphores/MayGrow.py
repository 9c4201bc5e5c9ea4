# A semaphore may be released more often than acquired: its value grows.
# covers: asyncio.Semaphore.release
import asyncio

from conformance import log, run, turns


async def worker(name, semaphore):
    await semaphore.acquire()
    log(name, "enters")


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "abc"]
    await asyncio.sleep(0)
    for _ in range(2):
        semaphore.release()
    await turns(2)
    log("done:", [task.done() for task in tasks])
    semaphore.release()
    await tasks[2]


run(main)
