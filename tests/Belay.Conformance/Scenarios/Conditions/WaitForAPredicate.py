# Waiting for a predicate: it is asked again after each notification.
# covers: asyncio.Condition.wait_for
import asyncio

from conformance import log, run, turns


async def main():
    condition = asyncio.Condition()
    items = []

    def enough():
        log("asked, has", len(items))
        return len(items) >= 2

    async def consumer():
        async with condition:
            await condition.wait_for(enough)
            log("consumer has", items)

    task = asyncio.create_task(consumer())
    await asyncio.sleep(0)
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await turns(3)
    await task


run(main)
