# A cache that holds tasks: whoever asks while an answer is on its way waits for the same one.
# covers: asyncio.shield, asyncio.create_task
import asyncio

from conformance import log, run, turns


async def load(key):
    log("loads", key)
    await turns(3)
    return key.upper()


class Cache:
    def __init__(self):
        self.tasks = {}

    async def get(self, key):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
        return await asyncio.shield(self.tasks[key])


async def reader(name, cache, key):
    try:
        log(name, "got", await cache.get(key))
    except asyncio.CancelledError:
        log(name, "is cancelled")
        raise


async def main():
    cache = Cache()
    first = asyncio.create_task(reader("first", cache, "a"))
    second = asyncio.create_task(reader("second", cache, "a"))
    await turns(2)
    first.cancel()
    await second
    log("main got", await cache.get("a"))


run(main)
