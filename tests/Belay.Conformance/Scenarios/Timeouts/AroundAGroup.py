# A time-out around a group cancels its children, waits for them and then raises.
# covers: asyncio.timeout, asyncio.TaskGroup
import asyncio

from conformance import log, run


async def child(name, seconds):
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(seconds)
        log(name, "cleaned up")


async def main():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(child("slow", 3))
                group.create_task(child("quick", 1))
    except TimeoutError as error:
        log("left", error, "at", asyncio.get_running_loop().time())


run(main)
