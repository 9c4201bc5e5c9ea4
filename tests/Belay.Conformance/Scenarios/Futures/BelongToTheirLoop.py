# A future knows the loop that it belongs to.
# covers: asyncio.Future.get_loop, asyncio.get_running_loop
import asyncio

from conformance import log, run


async def main():
    loop = asyncio.get_running_loop()
    log("a future's", asyncio.Future().get_loop() is loop)
    log("a task's", asyncio.current_task().get_loop() is loop)


run(main)
