# A finished group takes no more children.
# covers: asyncio.TaskGroup.create_task
import asyncio

from conformance import log, run, turns


async def late():
    log("never")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(turns(1))
    coroutine = late()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        log("refused", error)
    try:
        await coroutine
    except RuntimeError as error:
        log("its coroutine was closed", error)


run(main)
