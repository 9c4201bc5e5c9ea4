# Splitting by type parts the leaves; nesting and texts are kept on both sides.
# covers: ExceptionGroup.split
from conformance import AppError, NetError, log, run


async def main():
    inner = ExceptionGroup("inner", [AppError("b"), NetError("c")])
    group = ExceptionGroup("outer", [NetError("a"), inner, AppError("d")])
    matched, rest = group.split(AppError)
    log("matched", matched)
    log("rest", rest)
    log("whole", group)


run(main)
