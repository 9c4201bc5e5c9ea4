# A service stopped by an event: it takes no more requests, finishes those in work and closes.
# covers: asyncio.Event, asyncio.TaskGroup, asyncio.wait, asyncio.FIRST_COMPLETED
import asyncio

from conformance import log, run, turns


async def handle(request):
    await turns(4)
    log("answered", request)


async def serve(requests, stop):
    stopping = asyncio.create_task(stop.wait())
    async with asyncio.TaskGroup() as group:
        while True:
            getting = asyncio.create_task(requests.get())
            await asyncio.wait([getting, stopping], return_when=asyncio.FIRST_COMPLETED)
            if stopping.done():
                getting.cancel()
                log("no more requests")
                break
            group.create_task(handle(getting.result()))
    log("closed")


async def main():
    requests, stop = asyncio.Queue(), asyncio.Event()
    service = asyncio.create_task(serve(requests, stop))
    for request in ("a", "b"):
        await requests.put(request)
        await turns(3)
    stop.set()
    await service


run(main)
