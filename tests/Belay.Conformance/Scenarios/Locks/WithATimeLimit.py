# Waiting for a lock can be given a limit; who gives up leaves no trace in the queue.
# covers: asyncio.Lock.acquire, asyncio.wait_for
import asyncio

from conformance import log, run, turns


async def main():
    lock = asyncio.Lock()
    await lock.acquire()

    async def impatient():
        try:
            await asyncio.wait_for(lock.acquire(), 1)
        except TimeoutError as error:
            log("gave up", error)

    await asyncio.create_task(impatient())
    lock.release()
    await turns(2)
    log("locked:", lock.locked())


run(main)
