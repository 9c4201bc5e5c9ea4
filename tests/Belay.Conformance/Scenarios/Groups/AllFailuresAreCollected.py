# Failures of siblings while they are being cancelled are collected, in the order in which they came.
# covers: asyncio.TaskGroup, ExceptionGroup
import asyncio

from conformance import AppError, NetError, log, run, turns


async def fails_when_cancelled(name, count):
    try:
        await asyncio.sleep(3600)
    finally:
        await turns(count)
        raise NetError(name)


async def fails():
    raise AppError("first")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled("slow", 2))
            group.create_task(fails_when_cancelled("quick", 0))
            group.create_task(fails())
    except* (AppError, NetError) as failed:
        log("caught", failed)


run(main)
