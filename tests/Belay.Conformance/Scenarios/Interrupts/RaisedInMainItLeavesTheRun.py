# Raised by main itself it leaves as it is, after the others have been cancelled and awaited.
# covers: KeyboardInterrupt, asyncio.run
import asyncio

from conformance import log, loop_factory, run


async def background():
    try:
        await asyncio.sleep(3600)
    finally:
        log("background cleans up")


async def work():
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    log("background done:", task.done())
    raise KeyboardInterrupt


def main():
    try:
        asyncio.run(work(), loop_factory=loop_factory)
    except KeyboardInterrupt as error:
        log("left the run", error)


run(main)
