# Task groups within task groups give a tree of exceptions, from which the leaves can be taken by type.
# covers: ExceptionGroup.subgroup, asyncio.TaskGroup
import asyncio

from conformance import AppError, NetError, log, run


async def fails(error):
    raise error


async def fail_twice(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(AppError(name)))
        group.create_task(fails(NetError(name)))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail_twice("left"))
            group.create_task(fail_twice("right"))
    except ExceptionGroup as failed:
        log("all", failed)
        log("net only", failed.subgroup(NetError))


run(main)
