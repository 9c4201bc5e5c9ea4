namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Cleans up undisturbed: for <c>finally</c>. While the body runs, further requests to cancel the current task are held back, up to a
    /// limit; when the body has ended they are delivered at the task's next await. asyncio has nothing like it: there, each further
    /// request interrupts the await that cleans up.
    /// </summary>
    /// <remarks>
    /// A request that is held back counts: <see cref="CoroTask.Cancelling"/> goes up, and <see cref="CoroTask.Uncancel"/> to 0 drops it.
    /// <see cref="Token"/> is cancelled when it is delivered. When the limit has passed, what was held back is delivered at the await
    /// where the body waits, and further requests at once; without a request the body goes on. The body's own time limits and groups work
    /// as ever. A second Ctrl-C still leaves the loop at once.
    /// </remarks>
    /// <param name="limit">How long requests are held back; Timeout.InfiniteTimeSpan: until the body has ended.</param>
    /// <param name="body">Runs in the current task.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static Coro Cleanup(TimeSpan limit, Func<Coro> body)
    {
        CheckCleanup(limit, body);
        var frame = new CleanupFrame<VoidResult>(limit, body);
        return new Coro(frame, frame.Version);
    }

    /// <inheritdoc cref="Cleanup(TimeSpan, Func{Coro})"/>
    /// <returns>What the body returned.</returns>
    public static Coro<T> Cleanup<T>(TimeSpan limit, Func<Coro<T>> body)
    {
        CheckCleanup(limit, body);
        var frame = new CleanupFrame<T>(limit, body);
        return new Coro<T>(frame, frame.Version);
    }

    static void CheckCleanup(TimeSpan limit, Delegate body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (limit < TimeSpan.Zero && limit != System.Threading.Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit cannot be negative. For none use Timeout.InfiniteTimeSpan.");
    }
}
