# With everything done already, wait takes a turn all the same; of nothing it refuses to wait.
# covers: asyncio.wait
import asyncio

from conformance import log, run


async def other():
    log("other")


async def main():
    done = asyncio.Future()
    done.set_result(1)
    task = asyncio.create_task(other())
    finished, pending = await asyncio.wait([done])
    log("done", len(finished), "pending", len(pending))
    await task
    try:
        await asyncio.wait([])
    except ValueError as error:
        log("of nothing", error)


run(main)
