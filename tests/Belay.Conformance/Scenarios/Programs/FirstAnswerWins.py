# Ask several at once, take the first answer and cancel the rest; failures count only when all have failed.
# covers: asyncio.as_completed, asyncio.gather, asyncio.Task.cancel
import asyncio

from conformance import NetError, log, run


async def ask(name, seconds):
    try:
        await asyncio.sleep(seconds)
        if name == "broken":
            raise NetError(name)
        return name
    except asyncio.CancelledError:
        log(name, "is not needed any more")
        raise


async def main():
    tasks = [asyncio.create_task(ask(name, seconds)) for name, seconds in (("slow", 5), ("broken", 1), ("quick", 2))]
    async for task in asyncio.as_completed(tasks):
        try:
            log("answer of", await task)
            break
        except NetError as error:
            log("no answer", error)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    log("at", asyncio.get_running_loop().time())


run(main)
