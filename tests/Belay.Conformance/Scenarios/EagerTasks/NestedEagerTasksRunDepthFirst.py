# Eager tasks that create eager tasks run one within the other.
# covers: asyncio.eager_task_factory
import asyncio

from conformance import log, run


def start(coroutine):
    return asyncio.eager_task_factory(asyncio.get_running_loop(), coroutine)


async def nest(depth):
    log("enters", depth)
    if depth:
        inner = start(nest(depth - 1))
        log("back in", depth, inner.done())
        await inner
    await asyncio.sleep(0)
    log("leaves", depth)


async def main():
    await start(nest(2))


run(main)
