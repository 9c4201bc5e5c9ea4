# With no time at all a coroutine never starts; what is done already is returned all the same.
# covers: asyncio.wait_for, asyncio.TimeoutError
import asyncio

from conformance import log, run


async def work():
    log("never")


async def main():
    try:
        await asyncio.wait_for(work(), 0)
    except TimeoutError as error:
        log("coroutine", error)
    done = asyncio.Future()
    done.set_result("done already")
    log(await asyncio.wait_for(done, 0))


run(main)
