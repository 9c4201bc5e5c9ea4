# The message of a cancelled task goes to whoever asks first; those who come later get none.
# covers: asyncio.Task.cancel, asyncio.CancelledError
import asyncio

from conformance import log, run


async def main():
    task = asyncio.create_task(asyncio.sleep(3600))
    await asyncio.sleep(0)
    task.cancel("only once")
    for attempt in range(3):
        try:
            await task
        except asyncio.CancelledError as error:
            log("attempt", attempt, error)


run(main)
