# When time runs out TimeoutError is raised; the tasks run on.
# covers: asyncio.as_completed, asyncio.TimeoutError
import asyncio

from conformance import log, run


async def work(number):
    await asyncio.sleep(number)
    log("worked", number)
    return number


async def main():
    tasks = [asyncio.create_task(work(number)) for number in (1, 5)]
    try:
        async for task in asyncio.as_completed(tasks, timeout=3):
            log("got", await task)
    except TimeoutError as error:
        log(f"at {asyncio.get_running_loop().time():g}", error)
    log("cancelled:", tasks[1].cancelled())
    await tasks[1]


run(main)
