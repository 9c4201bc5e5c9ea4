# Of several failures the first surfaces; the later ones count as seen.
# covers: asyncio.gather, loop.set_exception_handler
import asyncio

from conformance import AppError, log, run, turns


async def fails(name, count):
    await turns(count)
    log(name, "fails")
    raise AppError(name)


async def main():
    try:
        await asyncio.gather(fails("second", 2), fails("first", 1))
    except AppError as error:
        log("caught", error)
    await turns(3)
    log("main ends")


run(main)
