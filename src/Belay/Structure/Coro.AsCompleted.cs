namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// The tasks themselves, as they end, for <c>await foreach</c>: done, so that awaiting one gives what it came to at once. The
    /// enumeration takes no turns but those it has to wait. asyncio.as_completed.
    /// </summary>
    /// <remarks>
    /// One that is given twice comes once. Leaving the loop early, or cancelling the task that is in it, leaves the tasks running. All
    /// enumerations of what is returned share the tasks: a second one goes on where the first has stopped.
    /// </remarks>
    /// <param name="tasks">Tasks of the running loop.</param>
    /// <param name="timeout">How long for all of them, from this call; null or Timeout.InfiniteTimeSpan: as long as it takes.</param>
    /// <exception cref="TimeoutException">In the enumeration: time was up. The tasks run on.</exception>
    /// <exception cref="ArgumentException">A task is null or belongs to another event loop.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static IAsyncEnumerable<CoroTask<T>> AsCompleted<T>(IEnumerable<CoroTask<T>> tasks, TimeSpan? timeout = null) =>
        new CompletionOrder<CoroTask<T>>(tasks, timeout);

    /// <inheritdoc cref="AsCompleted{T}(IEnumerable{CoroTask{T}}, TimeSpan?)"/>
    public static IAsyncEnumerable<CoroTask> AsCompleted(IEnumerable<CoroTask> tasks, TimeSpan? timeout = null) =>
        new CompletionOrder<CoroTask>(tasks, timeout);
}
