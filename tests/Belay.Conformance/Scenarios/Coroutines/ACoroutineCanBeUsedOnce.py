# A coroutine that has run cannot be awaited again.
# covers: await
from conformance import log, run


async def work():
    log("work runs")


async def main():
    coroutine = work()
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        log("second await", error)


run(main)
