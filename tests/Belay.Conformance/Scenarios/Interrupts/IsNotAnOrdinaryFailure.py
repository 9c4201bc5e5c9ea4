# A KeyboardInterrupt is kept by the task as well: whoever awaits it later gets it.
# covers: KeyboardInterrupt, asyncio.Task.exception
import asyncio

from conformance import log, loop_factory, run


async def interrupts():
    raise KeyboardInterrupt


async def start(tasks):
    tasks.append(asyncio.create_task(interrupts()))
    await asyncio.sleep(3600)


async def ask(tasks):
    log("the task's exception", tasks[0].exception())


def main():
    tasks = []
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        try:
            runner.run(start(tasks))
        except KeyboardInterrupt as error:
            log("left the run", error)
        runner.run(ask(tasks))


run(main)
