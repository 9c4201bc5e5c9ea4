# A scope that has expired or been left cannot be rescheduled.
# covers: asyncio.Timeout.reschedule
import asyncio

from conformance import log, run


async def main():
    async with asyncio.timeout(10) as scope:
        pass
    try:
        scope.reschedule(20)
    except RuntimeError as error:
        log("left", error)
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await asyncio.sleep(5)
            finally:
                try:
                    scope.reschedule(20)
                except RuntimeError as error:
                    log("expired", error)
    except TimeoutError as error:
        log("outcome", error)


run(main)
