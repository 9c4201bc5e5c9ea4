namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Limits the time of a block: when that is up, the block is cancelled at the await where it waits, and <see cref="TimeoutException"/> is
    /// thrown once it has ended. It runs in the current task. asyncio: async with timeout(delay).
    /// </summary>
    /// <remarks>
    /// The exception is thrown only if the cancellation leaves the block and nobody else has asked for one: that of others goes on as it is, and
    /// so does any other failure. A block that swallows it has ended well, and only <see cref="TimeoutScope.IsExpired"/> tells. A block
    /// that never waits is never cancelled; one may take longer than its limit to clean up. Blocks may be nested: if the time of
    /// both is up, the outer throws.
    /// </remarks>
    /// <param name="delay">How long, from when this is awaited; zero or less: up to its first wait. null or Timeout.InfiniteTimeSpan: no limit, until the scope is given one.</param>
    /// <param name="body">The block. It can move the deadline through the scope.</param>
    /// <exception cref="TimeoutException">Time was up. Its InnerException is the <see cref="CancelledException"/> that left the block.</exception>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static Coro Timeout(TimeSpan? delay, Func<TimeoutScope, Coro> body) => Within(delay, isDeadline: false, body);

    /// <inheritdoc cref="Timeout(TimeSpan?, Func{TimeoutScope, Coro})"/>
    /// <returns>What the block returned.</returns>
    public static Coro<T> Timeout<T>(TimeSpan? delay, Func<TimeoutScope, Coro<T>> body) => Within(delay, isDeadline: false, body);

    /// <summary>
    /// As <see cref="Timeout(TimeSpan?, Func{TimeoutScope, Coro})"/>, with a deadline on <see cref="EventLoop.Time"/>. asyncio:
    /// async with timeout_at(when).
    /// </summary>
    /// <inheritdoc cref="Timeout(TimeSpan?, Func{TimeoutScope, Coro})"/>
    /// <param name="when">The deadline; one in the past is that of a delay of zero. null or Timeout.InfiniteTimeSpan: none, until the scope is given one.</param>
    /// <param name="body">The block. It can move the deadline through the scope.</param>
    public static Coro TimeoutAt(TimeSpan? when, Func<TimeoutScope, Coro> body) => Within(when, isDeadline: true, body);

    /// <inheritdoc cref="TimeoutAt(TimeSpan?, Func{TimeoutScope, Coro})"/>
    /// <returns>What the block returned.</returns>
    public static Coro<T> TimeoutAt<T>(TimeSpan? when, Func<TimeoutScope, Coro<T>> body) => Within(when, isDeadline: true, body);

    static Coro Within(TimeSpan? limit, bool isDeadline, Func<TimeoutScope, Coro> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var frame = TimeoutFrame<VoidResult>.For(limit, isDeadline, body);
        return new Coro(frame, frame.Version);
    }

    static Coro<T> Within<T>(TimeSpan? limit, bool isDeadline, Func<TimeoutScope, Coro<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var frame = TimeoutFrame<T>.For(limit, isDeadline, body);
        return new Coro<T>(frame, frame.Version);
    }
}
