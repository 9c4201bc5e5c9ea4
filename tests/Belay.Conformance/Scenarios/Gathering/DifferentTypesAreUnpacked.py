# A few coroutines of different types give their results to be unpacked.
# covers: asyncio.gather
import asyncio

from conformance import log, run


async def name():
    await asyncio.sleep(0)
    return "alice"


async def age():
    return 42


async def main():
    who, years = await asyncio.gather(name(), age())
    log(who, "is", years)


run(main)
