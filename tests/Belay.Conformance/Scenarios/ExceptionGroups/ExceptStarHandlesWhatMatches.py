# Handling one type leaves the rest to go on as a group.
# covers: except*
from conformance import AppError, NetError, log, run


async def main():
    try:
        try:
            raise ExceptionGroup("mixed", [AppError("a"), NetError("b"), AppError("c")])
        except* AppError as handled:
            log("handled", handled)
    except ExceptionGroup as rest:
        log("rest", rest)


run(main)
