# Outside of a run there is no running loop; inside there is, and it says so.
# covers: asyncio.get_running_loop, loop.is_running, loop.is_closed
import asyncio

from conformance import log, loop_factory, run


async def work(loops):
    loop = asyncio.get_running_loop()
    log("inside, running:", loop.is_running(), "closed:", loop.is_closed())
    loops.append(loop)


def main():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        log("outside", error)
    loops = []
    asyncio.run(work(loops), loop_factory=loop_factory)
    log("afterwards, running:", loops[0].is_running(), "closed:", loops[0].is_closed())


run(main)
