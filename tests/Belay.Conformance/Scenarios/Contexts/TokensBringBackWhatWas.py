# Setting gives a token, which brings back what there was before.
# covers: contextvars.ContextVar.set, contextvars.ContextVar.reset, contextvars.Token
from contextvars import ContextVar

from conformance import log, run


level = ContextVar("level", default=0)


async def main():
    first = level.set(1)
    second = level.set(2)
    log("level", level.get())
    level.reset(second)
    log("level", level.get())
    level.reset(first)
    log("level", level.get())
    try:
        level.reset(first)
    except RuntimeError as error:
        log("used twice", error)


run(main)
