# When everything is handled, nothing is raised; without a match the handler is not called.
# covers: except*
from conformance import AppError, NetError, log, run


def handle(group):
    try:
        raise group
    except* AppError as handled:
        log("handled", handled)


async def main():
    handle(ExceptionGroup("all", [AppError("a"), ExceptionGroup("inner", [AppError("b")])]))
    log("nothing left")
    try:
        handle(ExceptionGroup("none", [NetError("c")]))
    except ExceptionGroup as error:
        log("unhandled", error)


run(main)
