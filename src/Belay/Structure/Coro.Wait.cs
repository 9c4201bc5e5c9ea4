namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Waits until the futures, or the first of them, are done, or time is up, and tells which are. It never throws what they failed with, and
    /// never cancels them: not when time is up, and not when it is cancelled itself. asyncio.wait.
    /// </summary>
    /// <param name="futures">Futures and tasks. One that is given twice counts once.</param>
    /// <param name="timeout">How long; null or Timeout.InfiniteTimeSpan: until then.</param>
    /// <param name="returnWhen">What to wait for.</param>
    /// <exception cref="ArgumentException">There are no futures, or one of them is null.</exception>
    public static async Coro<WaitResult> Wait(IEnumerable<Future> futures, TimeSpan? timeout = null, ReturnWhen returnWhen = ReturnWhen.AllCompleted)
    {
        ArgumentNullException.ThrowIfNull(futures);
        if (!Enum.IsDefined(returnWhen)) throw new ArgumentOutOfRangeException(nameof(returnWhen), returnWhen, "There is no such way to wait.");
        var all = new HashSet<Future>(futures);
        if (all.Count == 0) throw new ArgumentException("There are no futures to wait for. Ask before whether there are any.", nameof(futures));
        if (all.Contains(null!)) throw new ArgumentException("One of the futures is null.", nameof(futures));

        var waiting = new Waiting(all, timeout, returnWhen);
        var cancellation = await waiting.End.Caught();
        waiting.Leave();
        if (cancellation is not null) Rethrow.Now(cancellation);

        var (done, pending) = (new HashSet<Future>(), new HashSet<Future>());
        foreach (var future in all) (future.IsDone ? done : pending).Add(future);
        return new WaitResult(done, pending);
    }
}
