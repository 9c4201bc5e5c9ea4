using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Belay;

/// <summary>
/// The failure of a future or task. If nobody looks at it, it goes to the error handler: when the garbage collector finds it (as in
/// asyncio), at the latest when the loop closes.
/// </summary>
internal sealed class WatchedFailure(Future source, Exception failure, string? cancelMessage)
{
    readonly ExceptionDispatchInfo _failure = ExceptionDispatchInfo.Capture(failure);
    int _seen;

    internal Exception Exception => _failure.SourceException;

    /// <summary>The message of a request to cancel the task that it ended in spite of.</summary>
    internal string? CancelMessage => cancelMessage;

    internal bool IsSeen => Volatile.Read(ref _seen) != 0;

    internal void See()
    {
        if (IsSeen) return;
        Volatile.Write(ref _seen, 1);
        GC.SuppressFinalize(this);
    }

    /// <summary>As it was when it failed: its trace does not grow with each who asks.</summary>
    [StackTraceHidden]
    internal void Throw()
    {
        See();
        _failure.Throw();
    }

    /// <summary>Once, and only if it is still unseen. The finalizer and the closing loop may both try.</summary>
    internal void Report()
    {
        if (Interlocked.Exchange(ref _seen, 1) == 0)
            source.Loop.Report($"{(source is CoroTask task ? $"The failure of task {task.Name}" : "The failure of a future")} was never looked at", _failure.SourceException, source);
    }

    ~WatchedFailure()
    {
        if (!IsSeen) source.Loop.PostReportFromAnyThread(Report);
    }
}
