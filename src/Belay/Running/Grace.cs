namespace Belay;

/// <summary>
/// The time that what still runs has to end in once it has been asked to: <see cref="RunOptions.ShutdownGrace"/>. It begins with the first
/// request, be it a signal, a token or the end of main, and covers all that follows.
/// </summary>
internal sealed class Grace(EventLoop loop)
{
    bool _hasBegun;
    Future<VoidResult>? _waiter;

    TimeSpan? Limit => loop.Options.ShutdownGrace is { } limit && limit != Timeout.InfiniteTimeSpan ? limit : null;

    internal bool IsOver { get; private set; }

    internal void Begin()
    {
        if (_hasBegun || Limit is not { } limit) return;
        _hasBegun = true;
        loop.CallLater(limit, End);
    }

    /// <summary>Done when that is, or when the grace is over.</summary>
    internal Future Until(Future done)
    {
        if (Limit is null) return done;
        var waiter = _waiter = new Future<VoidResult>(loop);
        if (IsOver) waiter.SetResult(default);
        else done.AddCallback(new Continuation(loop, null, () => Wake(waiter)));
        return waiter;
    }

    /// <summary>Says what did not end, and where it is stuck.</summary>
    internal void Report(IStrandOwner left)
    {
        var what = left switch
        {
            CoroTask task => $"Task {task.Name}",
            { Task: { } task } => $"A coroutine that code outside Belay awaits, in task {task.Name},",
            _ => "A coroutine that code outside Belay awaits",
        };
        loop.Report(
            $"{what} did not end within the shutdown grace of {Limit} after it was cancelled, and is abandoned.{Place(left)} " +
            "It swallows the cancellation, or cleans up for too long: let CancelledException out, and limit what finally blocks wait for.",
            null, left as Future);
    }

    internal void ReportThreads(int count) => loop.Report(
        $"Work that Coro.ToThread started has not ended within the shutdown grace of {Limit}, and is abandoned ({count} running). " +
        "Threads cannot be cancelled: pass the work something that it asks whether to stop.", null, null);

    static string Place(IStrandOwner left)
    {
        if (left.Strand?.GetStack() is not { Count: > 0 } stack) return "";
        return $" It is stuck at the await in {string.Join(", called by ", stack.Select(ReportText.Place))}.";
    }

    void End()
    {
        IsOver = true;
        if (_waiter is not null) Wake(_waiter);
    }

    static void Wake(Future<VoidResult> waiter)
    {
        if (!waiter.IsDone) waiter.SetResult(default);
    }
}
