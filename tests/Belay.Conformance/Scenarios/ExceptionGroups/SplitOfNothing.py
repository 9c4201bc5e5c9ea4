# A split in which nothing or everything matches has one empty side.
# covers: ExceptionGroup.split
from conformance import AppError, NetError, log, run


async def main():
    group = ExceptionGroup("group", [AppError("a"), AppError("b")])
    log("no match", group.split(NetError))
    log("all match", group.split(AppError))
    log("the same object:", group.split(ExceptionGroup)[0] is group)


run(main)
