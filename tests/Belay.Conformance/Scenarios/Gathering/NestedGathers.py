# A gather can be gathered: cancelling the outer reaches the leaves.
# covers: asyncio.gather
import asyncio

from conformance import log, run


async def leaf(name):
    try:
        await asyncio.sleep(3600)
        return name
    finally:
        log(name, "stops")


async def main():
    left = asyncio.gather(leaf("a"), leaf("b"))
    right = asyncio.gather(leaf("c"))
    both = asyncio.gather(left, right)
    await asyncio.sleep(0)
    log("asked:", both.cancel())
    try:
        await both
    except asyncio.CancelledError:
        log("cancelled:", left.cancelled(), right.cancelled(), both.cancelled())


run(main)
