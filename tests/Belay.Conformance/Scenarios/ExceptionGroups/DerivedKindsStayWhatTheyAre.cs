// A group of one's own that says how it is derived keeps its kind when it is split.
namespace Belay.Conformance.Scenarios.ExceptionGroups;

static class DerivedKindsStayWhatTheyAre
{
    sealed class Batch(string message, IEnumerable<Exception> exceptions) : ExceptionGroup(message, exceptions)
    {
        protected override ExceptionGroup Derive(string message, IReadOnlyList<Exception> exceptions) => new Batch(message, exceptions);
    }

    public static async Coro Main()
    {
        var batch = new Batch("batch 7", [new AppError("a"), new NetError("b"), new AppError("c")]);
        var (matched, rest) = batch.Split<AppError>();
        Log("matched is a batch:", matched is Batch, matched!.InnerExceptions.Count);
        Log("rest is a batch:", rest is Batch, rest!.InnerExceptions.Count);
        Log("text", rest.Message);
    }
}
