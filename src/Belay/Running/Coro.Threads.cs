namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Runs work that blocks on a thread of the pool, in a copy of the current context, while the loop goes on. It begins when this is awaited.
    /// asyncio.to_thread.
    /// </summary>
    /// <remarks>
    /// A thread cannot be stopped from outside: cancelling the await leaves the work running, or still to be run if no thread was free; its
    /// result is dropped then, its failure goes to the error handler. When the run ends, the loop waits for all such work before it closes.
    /// The work must not touch the loop, its tasks or its futures: see <see cref="EventLoop.CallSoonThreadSafe"/> and
    /// <see cref="RunThreadSafe(Coro, EventLoop, CancellationToken)"/>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static async Coro ToThread(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await new ThreadWork<VoidResult>(EventLoop.Running, () =>
        {
            work();
            return default;
        }).Start();
    }

    /// <inheritdoc cref="ToThread(Action)"/>
    /// <returns>What the work returned.</returns>
    public static async Coro<T> ToThread<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await new ThreadWork<T>(EventLoop.Running, work).Start();
    }

    /// <summary>
    /// Starts a coroutine as a task of a loop that runs on another thread, as <see cref="CreateTask(Coro, string?, bool)"/> does there, in a
    /// copy of the caller's context. From any thread. asyncio.run_coroutine_threadsafe.
    /// </summary>
    /// <remarks>
    /// Between the runs of a <see cref="Runner"/> it waits for the next. On the loop's own thread it works too, but to block that thread until
    /// the Task is done is to wait for ever: await it, or better the coroutine itself.
    /// </remarks>
    /// <param name="coroutine">What it runs; nobody else can use it from now on.</param>
    /// <param name="loop">Where.</param>
    /// <param name="cancellationToken">Cancels the task. If that ends cancelled, so does the Task.</param>
    /// <returns>
    /// What the task comes to. It fails with an <see cref="InvalidOperationException"/> if the loop is closed, or closes before it has begun.
    /// </returns>
    /// <exception cref="ArgumentException">It is a future or task, not a coroutine.</exception>
    public static Task RunThreadSafe([TakesOwnership] Coro coroutine, EventLoop loop, CancellationToken cancellationToken = default)
    {
        if (coroutine is { Version: 0, Source: Future }) throw Misuse.NotACoroutine();
        ArgumentNullException.ThrowIfNull(loop);
        return new ThreadSafeRun<VoidResult>(loop, coroutine, () => loop.CreateTask(coroutine, null, eager: false), cancellationToken).Start();
    }

    /// <inheritdoc cref="RunThreadSafe(Coro, EventLoop, CancellationToken)"/>
    public static Task<T> RunThreadSafe<T>([TakesOwnership] Coro<T> coroutine, EventLoop loop, CancellationToken cancellationToken = default)
    {
        if (coroutine is { Version: 0, Source: Future }) throw Misuse.NotACoroutine();
        ArgumentNullException.ThrowIfNull(loop);
        return new ThreadSafeRun<T>(loop, coroutine, () => loop.CreateTask(coroutine, null, eager: false), cancellationToken).Start();
    }
}
