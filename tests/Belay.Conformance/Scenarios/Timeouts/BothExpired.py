# When both have expired before the body gives way, the outer raises.
# covers: asyncio.timeout
import asyncio

from conformance import log, run


async def main():
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    try:
                        await asyncio.sleep(100)
                    finally:
                        try:
                            await asyncio.sleep(100)
                        finally:
                            log("both expired, requests", asyncio.current_task().cancelling())
            except BaseException as error:
                log("inner left with", error)
                raise
    except TimeoutError as error:
        log("outer", error)
    log("requests", asyncio.current_task().cancelling())


run(main)
