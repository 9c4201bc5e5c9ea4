# Calling a coroutine function runs nothing of it; awaiting the coroutine does.
# covers: async def, await
from conformance import log, run


async def work():
    log("work runs")
    return 7


async def main():
    coroutine = work()
    log("called")
    log("result", await coroutine)


run(main)
