namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Awaits with a time limit, in the current task: when time is up, what is awaited is cancelled, and <see cref="TimeoutException"/> thrown
    /// once it has ended. To leave it running instead, put <see cref="Shield(Coro)"/> round it. asyncio.wait_for.
    /// </summary>
    /// <remarks>
    /// It waits for what is awaited to clean up, so it may take longer than the limit. A value returned in spite of the cancellation is
    /// returned, a failure thrown. Being cancelled cancels what is awaited.
    /// </remarks>
    /// <param name="awaitable">A coroutine, task or future.</param>
    /// <param name="timeout">How long; null or Timeout.InfiniteTimeSpan: as long as it takes. Zero or less: a coroutine is not begun at all.</param>
    /// <exception cref="TimeoutException">Time was up. Its InnerException is the <see cref="CancelledException"/> it came to.</exception>
    /// <exception cref="InvalidOperationException">No task runs here, or the coroutine was used before.</exception>
    public static Coro WaitFor(Coro awaitable, TimeSpan? timeout)
    {
        if (IsOver(timeout)) return WaitForNothing(awaitable);
        var frame = TimeoutFrame<VoidResult>.For(awaitable, timeout);
        return new Coro(frame, frame.Version);
    }

    /// <inheritdoc cref="WaitFor(Coro, TimeSpan?)"/>
    /// <returns>What was awaited returned.</returns>
    public static Coro<T> WaitFor<T>(Coro<T> awaitable, TimeSpan? timeout)
    {
        if (IsOver(timeout)) return WaitForNothing(awaitable);
        var frame = TimeoutFrame<T>.For(awaitable, timeout);
        return new Coro<T>(frame, frame.Version);
    }

    /// <inheritdoc cref="WaitFor{T}(Coro{T}, TimeSpan?)"/>
    public static Coro<T> WaitFor<T>(CoroTask<T> task, TimeSpan? timeout) => WaitFor((Coro<T>)task, timeout);

    /// <inheritdoc cref="WaitFor{T}(Coro{T}, TimeSpan?)"/>
    public static Coro<T> WaitFor<T>(Future<T> future, TimeSpan? timeout) => WaitFor((Coro<T>)future, timeout);

    static bool IsOver(TimeSpan? timeout) => timeout <= TimeSpan.Zero && timeout != System.Threading.Timeout.InfiniteTimeSpan;

    static async Coro WaitForNothing(Coro awaitable) =>
        (await CancelAndWait(awaitable.Source as Future ?? EventLoop.Running.CreateTask(awaitable, null, eager: false))).ThrowIfFailed();

    static async Coro<T> WaitForNothing<T>(Coro<T> awaitable) =>
        (await CancelAndWait(awaitable.Source as Future ?? EventLoop.Running.CreateTask(awaitable, null, eager: false))).ResultAs<T>();

    /// <summary>Gives what is done already its chance; all else is too late.</summary>
    static async Coro<Future> CancelAndWait(Future future)
    {
        if (future.IsDone) return future;
        // Not by awaiting the future itself: then a request to cancel this task would only be passed on to it.
        var waiting = new Waiting([future]);
        future.Cancel();
        var cancellation = await waiting.End.Caught();
        waiting.Leave();
        if (cancellation is not null) Rethrow.Now(cancellation);
        if (future.TryTake() is CancelledException inner) throw TimeoutScope.TimeIsUp(inner);
        return future;
    }
}
