# An exception leaves through every coroutine that awaits, and each finally on its way runs.
# covers: await
import asyncio

from conformance import AppError, log, run


async def inner():
    try:
        await asyncio.sleep(0)
        raise AppError("deep")
    finally:
        log("inner cleans up")


async def middle():
    try:
        await inner()
    finally:
        await asyncio.sleep(0)
        log("middle cleans up")


async def main():
    try:
        await middle()
    except AppError as error:
        log("main caught", error)


run(main)
