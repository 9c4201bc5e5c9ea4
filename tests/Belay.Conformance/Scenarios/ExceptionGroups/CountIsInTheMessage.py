# A group's message says how many exceptions are directly in it.
# covers: ExceptionGroup
from conformance import AppError, log, run


async def main():
    one = ExceptionGroup("one", [AppError("a")])
    two = ExceptionGroup("two", [AppError("b"), one])
    log("group", one)
    log("group", two)
    log("message", str(two))
    try:
        ExceptionGroup("none", [])
    except ValueError as error:
        log("empty", error)


run(main)
