# A gather in a group's body is cancelled with the body.
# covers: asyncio.gather, asyncio.TaskGroup
import asyncio

from conformance import AppError, log, run, turns


async def waits(name):
    try:
        await asyncio.sleep(3600)
    finally:
        log(name, "stops")


async def fails():
    await turns(2)
    raise AppError("sibling")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            await asyncio.gather(waits("a"), waits("b"))
    except* AppError as failed:
        log("caught", failed)


run(main)
