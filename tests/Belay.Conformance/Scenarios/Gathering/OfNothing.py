# A gather of nothing gives an empty list.
# covers: asyncio.gather
import asyncio

from conformance import log, run


async def main():
    gathered = asyncio.gather()
    log("results", await gathered)
    log("cancel now", gathered.cancel())


run(main)
