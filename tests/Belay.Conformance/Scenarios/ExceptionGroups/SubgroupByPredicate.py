# A predicate is asked of groups first, then of what is in them.
# covers: ExceptionGroup.subgroup
from conformance import AppError, log, run


async def main():
    inner = ExceptionGroup("inner", [AppError("b"), AppError("a")])
    group = ExceptionGroup("outer", [AppError("a"), inner])

    def is_a(error):
        log("asked of", type(error) is ExceptionGroup)
        return str(error) == "a"

    log("subgroup", group.subgroup(is_a))
    log("nothing", group.subgroup(lambda error: False))


run(main)
