# A lock for many readers or one writer, made of a condition.
# covers: asyncio.Condition, asyncio.TaskGroup
import asyncio

from conformance import log, run, turns


class SharedLock:
    def __init__(self):
        self.changed, self.readers = asyncio.Condition(), 0

    async def read(self, name):
        async with self.changed:
            self.readers += 1
        log(name, "reads, readers", self.readers)
        await turns(2)
        async with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    async def write(self, name):
        async with self.changed:
            await self.changed.wait_for(lambda: self.readers == 0)
            log(name, "writes")
            await turns(2)
            log(name, "has written")


async def main():
    shared = SharedLock()
    async with asyncio.TaskGroup() as group:
        group.create_task(shared.read("ann"))
        group.create_task(shared.write("bob"))
        group.create_task(shared.read("cid"))
        await turns(3)
        group.create_task(shared.read("dan"))


run(main)
