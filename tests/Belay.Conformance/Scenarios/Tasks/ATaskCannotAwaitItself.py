# A task that awaits itself gets an error at once instead of waiting for ever.
# covers: asyncio.create_task
import asyncio

from conformance import log, run


async def main():
    async def narcissus():
        await asyncio.sleep(0)
        try:
            await task
        except RuntimeError as error:
            log("refused", error)
        return "unharmed"

    task = asyncio.create_task(narcissus())
    log(await task)


run(main)
