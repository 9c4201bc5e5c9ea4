# Subscribers with a queue each; one leaves by being cancelled and is taken off in its finally.
# covers: asyncio.Queue, asyncio.Task.cancel
import asyncio

from conformance import log, run


async def subscribe(name, subscribers):
    queue = asyncio.Queue()
    subscribers[name] = queue
    try:
        while True:
            log(name, "hears", await queue.get())
    finally:
        del subscribers[name]
        log(name, "leaves")


async def main():
    subscribers = {}
    tasks = [asyncio.create_task(subscribe(name, subscribers)) for name in ("ann", "bob")]
    await asyncio.sleep(0)
    for number, news in enumerate(("one", "two", "three")):
        for queue in list(subscribers.values()):
            queue.put_nowait(news)
        await asyncio.sleep(0)
        if number == 1:
            tasks[0].cancel()
            await asyncio.sleep(0)
    log("left", list(subscribers))


run(main)
