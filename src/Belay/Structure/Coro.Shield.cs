namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Protects from cancellation: cancelling the future that is returned, or a task that awaits it, leaves what is shielded running. A
    /// coroutine becomes a task at the call. asyncio.shield.
    /// </summary>
    /// <remarks>
    /// What is shielded can still be cancelled itself, and is when the run ends; then the future is cancelled too. If it fails after nobody
    /// waits for the future any more, and nobody awaits it either, its failure goes to the error handler.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The coroutine was used before, or no loop runs on this thread.</exception>
    public static Future Shield([TakesOwnership] Coro awaitable)
    {
        var inner = awaitable.Source as Future ?? EventLoop.Running.CreateTask(awaitable, null, eager: false);
        return inner.IsDone ? inner : Shielding<VoidResult>.Of(inner);
    }

    /// <inheritdoc cref="Shield(Coro)"/>
    public static Future<T> Shield<T>([TakesOwnership] Coro<T> awaitable)
    {
        var inner = awaitable.Source as Future ?? EventLoop.Running.CreateTask(awaitable, null, eager: false);
        return inner is Future<T> { IsDone: true } done ? done : Shielding<T>.Of(inner);
    }

    /// <inheritdoc cref="Shield(Coro)"/>
    public static Future<T> Shield<T>(CoroTask<T> task) => Shield((Coro<T>)task);

    /// <inheritdoc cref="Shield(Coro)"/>
    public static Future<T> Shield<T>(Future<T> future) => Shield((Coro<T>)future);
}
