# Undisturbed, a shield gives the result or failure of the inner, a turn later.
# covers: asyncio.shield
import asyncio

from conformance import AppError, log, run


async def ticks():
    for tick in range(5):
        log("tick", tick)
        await asyncio.sleep(0)


async def works():
    return "value"


async def fails():
    raise AppError("inner")


async def main():
    ticking = asyncio.create_task(ticks())
    log("result", await asyncio.shield(works()))
    try:
        await asyncio.shield(fails())
    except AppError as error:
        log("failure", error)
    await ticking


run(main)
