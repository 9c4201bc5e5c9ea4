# The mains of one runner share a context: what one sets, the next sees.
# covers: asyncio.Runner.run, contextvars.ContextVar
import asyncio
from contextvars import ContextVar

from conformance import log, loop_factory, run


user = ContextVar("user", default="nobody")


async def log_in(name):
    user.set(name)


async def who():
    log("user", user.get())


def main():
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(who())
        runner.run(log_in("alice"))
        runner.run(who())
    log("outside", user.get())


run(main)
