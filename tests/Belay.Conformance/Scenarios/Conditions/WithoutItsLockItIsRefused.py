# Waiting and notifying need the lock.
# covers: asyncio.Condition.wait, asyncio.Condition.notify
import asyncio

from conformance import log, run


async def main():
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError as error:
        log("wait", error)
    try:
        condition.notify()
    except RuntimeError as error:
        log("notify", error)
    log("locked:", condition.locked())


run(main)
