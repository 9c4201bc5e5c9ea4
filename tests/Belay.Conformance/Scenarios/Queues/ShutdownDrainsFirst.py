# After a shutdown puts are refused; gets drain what is there, then are refused too.
# covers: asyncio.Queue.shutdown, asyncio.QueueShutDown
import asyncio

from conformance import log, run


async def main():
    queue = asyncio.Queue()
    for item in (1, 2):
        queue.put_nowait(item)
    queue.shutdown()
    try:
        await queue.put(3)
    except asyncio.QueueShutDown as error:
        log("put", error)
    for _ in range(3):
        try:
            log("got", await queue.get())
        except asyncio.QueueShutDown as error:
            log("get", error)


run(main)
