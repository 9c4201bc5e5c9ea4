# Retrying with growing pauses, each attempt with a limit of its own, all of them with one together.
# covers: asyncio.timeout, asyncio.sleep, loop.time
import asyncio

from conformance import NetError, log, run


async def fetch(attempt):
    log("attempt", attempt, "at", asyncio.get_running_loop().time())
    if attempt == 1:
        raise NetError("refused")
    await asyncio.sleep(10 if attempt == 2 else 1)
    return "the page"


async def retry(limit):
    for attempt in range(1, limit + 1):
        try:
            async with asyncio.timeout(3):
                return await fetch(attempt)
        except (NetError, TimeoutError) as error:
            log("failed", error)
        await asyncio.sleep(2 ** attempt)


async def main():
    log("got", await retry(4))
    try:
        async with asyncio.timeout(4):
            await retry(4)
    except TimeoutError as error:
        log("the whole was too slow", error, "at", asyncio.get_running_loop().time())


run(main)
