# Whoever awaits a task resumes in the turn after its end; a task that is done already costs no turn.
# covers: asyncio.create_task, await
import asyncio

from conformance import log, run


async def tick():
    for i in range(4):
        log("tick", i)
        await asyncio.sleep(0)


async def work():
    log("work")
    return 1


async def main():
    ticking = asyncio.create_task(tick())
    task = asyncio.create_task(work())
    log("got", await task)
    log("again", await task)
    await ticking


run(main)
