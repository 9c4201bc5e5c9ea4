# The first failure goes to whoever awaits the gather; the others are not cancelled.
# covers: asyncio.gather
import asyncio

from conformance import AppError, log, run, turns


async def fails():
    await asyncio.sleep(0)
    raise AppError("first")


async def works(name):
    await turns(3)
    log(name, "ends all the same")


async def main():
    try:
        await asyncio.gather(works("a"), fails(), works("b"))
    except AppError as error:
        log("caught", error)
    await turns(3)
    log("main ends")


run(main)
