using System.Runtime.ExceptionServices;

namespace Belay;

/// <summary>
/// The failure of a future or task, until somebody looks at it. If nobody does, it goes to the error handler: when the garbage
/// collector finds it (as in asyncio), at the latest when the loop closes.
/// </summary>
internal sealed class UnseenFailure(Future source, Exception failure)
{
    readonly ExceptionDispatchInfo _failure = ExceptionDispatchInfo.Capture(failure);
    int _seen;

    internal ExceptionDispatchInfo See()
    {
        Volatile.Write(ref _seen, 1);
        GC.SuppressFinalize(this);
        return _failure;
    }

    /// <summary>Once, and only if it is still unseen. The finalizer and the closing loop may both try.</summary>
    internal void Report()
    {
        if (Interlocked.Exchange(ref _seen, 1) == 0)
            source.Loop.Report($"{(source is CoroTask task ? $"The failure of task {task.Name}" : "The failure of a future")} was never looked at", _failure.SourceException, source);
    }

    ~UnseenFailure()
    {
        if (Volatile.Read(ref _seen) == 0) source.Loop.PostReportFromAnyThread(Report);
    }
}
