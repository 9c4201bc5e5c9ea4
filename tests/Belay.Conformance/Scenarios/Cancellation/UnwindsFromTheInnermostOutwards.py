# The innermost suspended coroutine gets it first; every finally runs on its way out.
# covers: asyncio.Task.cancel, await
import asyncio

from conformance import log, run, turns


async def inner():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        log("inner")


async def middle():
    try:
        await inner()
    finally:
        await asyncio.sleep(0)
        log("middle, after a wait")


async def outer():
    try:
        await middle()
    except asyncio.CancelledError as error:
        log("outer", error)
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel("go")
    await turns(3)
    log("cancelled:", task.cancelled())


run(main)
