# A pool of workers on a queue, ended by a shutdown of the queue: the group waits for the last of them.
# covers: asyncio.Queue, asyncio.TaskGroup, asyncio.QueueShutDown
import asyncio

from conformance import log, run, turns


async def worker(name, jobs, results):
    try:
        while True:
            job = await jobs.get()
            await turns(job)
            log(name, "did", job)
            results.append(job * 10)
    except asyncio.QueueShutDown:
        log(name, "goes home")


async def main():
    jobs, results = asyncio.Queue(maxsize=2), []
    async with asyncio.TaskGroup() as group:
        for name in ("ann", "bob"):
            group.create_task(worker(name, jobs, results))
        for job in (3, 1, 2, 1):
            await jobs.put(job)
            log("queued", job)
        jobs.shutdown()
    log("results", results)


run(main)
