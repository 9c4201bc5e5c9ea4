# Raised by the body of a group it leaves bare, not in an exception group, after the children are cancelled.
# covers: KeyboardInterrupt, asyncio.TaskGroup
import asyncio

from conformance import log, run


async def child():
    try:
        await asyncio.sleep(3600)
    finally:
        log("child cleans up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        log("left the group", error)


run(main)
