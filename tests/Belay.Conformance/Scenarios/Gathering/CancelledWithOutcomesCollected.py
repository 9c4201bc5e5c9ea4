# Cancelling a gather raises even where failures would have been results.
# covers: asyncio.gather
import asyncio

from conformance import AppError, log, run, turns


async def fails():
    raise AppError("collected")


async def main():
    gathered = asyncio.gather(fails(), asyncio.sleep(3600), return_exceptions=True)
    await turns(2)
    gathered.cancel("stop")
    try:
        await gathered
    except asyncio.CancelledError as error:
        log("raised", error)


run(main)
