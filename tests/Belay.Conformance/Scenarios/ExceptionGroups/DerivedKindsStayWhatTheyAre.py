# A group of one's own that says how it is derived keeps its kind when it is split.
# covers: ExceptionGroup.derive, ExceptionGroup.exceptions, ExceptionGroup.message
from conformance import AppError, NetError, log, run


class Batch(ExceptionGroup):
    def derive(self, exceptions):
        return Batch(self.message, exceptions)


async def main():
    batch = Batch("batch 7", [AppError("a"), NetError("b"), AppError("c")])
    matched, rest = batch.split(AppError)
    log("matched is a batch:", isinstance(matched, Batch), len(matched.exceptions))
    log("rest is a batch:", isinstance(rest, Batch), len(rest.exceptions))
    log("text", str(rest))


run(main)
