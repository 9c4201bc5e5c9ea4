# Several tasks may await the same one; they resume in the order in which they came.
# covers: await
import asyncio

from conformance import log, run, turns


async def work():
    await turns(2)
    return "shared"


async def reader(name, task):
    log(name, "waits")
    log(name, "got", await task)


async def main():
    task = asyncio.create_task(work())
    readers = [asyncio.create_task(reader(name, task)) for name in "abc"]
    log("main got", await task)
    for each in readers:
        await each


run(main)
