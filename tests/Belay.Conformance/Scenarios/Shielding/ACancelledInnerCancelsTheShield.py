# When the inner task itself is cancelled, so is the shield.
# covers: asyncio.shield
import asyncio

from conformance import log, run, turns


async def main():
    inner = asyncio.create_task(asyncio.sleep(3600))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("the inner itself")
    await turns(2)
    log("cancelled:", inner.cancelled(), outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError as error:
        log("got", error, "requests", asyncio.current_task().cancelling())


run(main)
