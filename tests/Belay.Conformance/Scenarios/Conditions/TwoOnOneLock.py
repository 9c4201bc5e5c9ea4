# Two conditions may share a lock: a buffer that wakes readers and writers apart.
# covers: asyncio.Condition, asyncio.Lock
import asyncio

from conformance import log, run


async def main():
    lock = asyncio.Lock()
    filled, emptied = asyncio.Condition(lock), asyncio.Condition(lock)
    slot = []

    async def writer():
        for item in (1, 2):
            async with lock:
                await emptied.wait_for(lambda: not slot)
                slot.append(item)
                log("wrote", item)
                filled.notify()

    async def reader():
        for _ in range(2):
            async with lock:
                await filled.wait_for(lambda: slot)
                log("read", slot.pop())
                emptied.notify()

    async with asyncio.TaskGroup() as group:
        group.create_task(reader())
        group.create_task(writer())


run(main)
