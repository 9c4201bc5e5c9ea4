# Only a coroutine can become a task: a future or a task cannot.
# covers: asyncio.create_task
import asyncio

from conformance import log, run, turns


async def main():
    task = asyncio.create_task(turns(1))
    for other in (asyncio.get_running_loop().create_future(), task):
        try:
            asyncio.create_task(other)
        except TypeError:
            log("refused")
    await task


run(main)
