namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Runs all at the same time and gives their results, in the order of the arguments. Coroutines become tasks at the call; the same
    /// one given twice is run and waited for once. asyncio.gather.
    /// </summary>
    /// <remarks>
    /// The first failure, or cancellation of one of them, goes to whoever awaits the future; the others run on, and what they come to is not
    /// reported. To cancel the others use <see cref="TaskGroup"/>; to learn of every failure use
    /// <see cref="GatherOutcomes{T}(IEnumerable{Coro{T}})"/>. Cancelling the future, or a task that awaits it, cancels all that are not done;
    /// it ends when they have. After it is done that does nothing. With no arguments it is done at once.
    /// </remarks>
    /// <exception cref="ArgumentException">The futures belong to different event loops.</exception>
    /// <exception cref="InvalidOperationException">A coroutine was used before, or no loop runs on this thread.</exception>
    public static Future<T[]> Gather<T>([TakesOwnership] IEnumerable<Coro<T>> coroutines) =>
        GatherParts.Of(GatherParts.All(coroutines)).Gather(GatherResults.Values<T>);

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<T[]> Gather<T>(IEnumerable<CoroTask<T>> tasks) => GatherParts.Of(tasks).Gather(GatherResults.Values<T>);

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future<T[]> Gather<T>(IEnumerable<Future<T>> futures) => GatherParts.Of(futures).Gather(GatherResults.Values<T>);

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future Gather([TakesOwnership] params ReadOnlySpan<Coro> coroutines) =>
        GatherParts.Of(coroutines).Gather(static _ => default(VoidResult));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future Gather([TakesOwnership] IEnumerable<Coro> coroutines) => Gather(GatherParts.All(coroutines));

    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})"/>
    public static Future Gather(IEnumerable<CoroTask> tasks) => GatherParts.Of(tasks).Gather(static _ => default(VoidResult));

    /// <summary>
    /// As <see cref="Gather{T}(IEnumerable{Coro{T}})"/>, but failures and cancellations of the parts are results like others, so it waits for
    /// all. It fails only if it is cancelled itself. asyncio: gather(return_exceptions=True).
    /// </summary>
    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})" path="/exception"/>
    public static Future<Outcome<T>[]> GatherOutcomes<T>([TakesOwnership] IEnumerable<Coro<T>> coroutines) =>
        GatherParts.Of(GatherParts.All(coroutines)).Gather(GatherResults.Outcomes<T>, takesFailures: true);

    /// <inheritdoc cref="GatherOutcomes{T}(IEnumerable{Coro{T}})"/>
    public static Future<Outcome<T>[]> GatherOutcomes<T>(IEnumerable<CoroTask<T>> tasks) =>
        GatherParts.Of(tasks).Gather(GatherResults.Outcomes<T>, takesFailures: true);

    /// <inheritdoc cref="GatherOutcomes{T}(IEnumerable{Coro{T}})"/>
    public static Future<Outcome<T>[]> GatherOutcomes<T>(IEnumerable<Future<T>> futures) =>
        GatherParts.Of(futures).Gather(GatherResults.Outcomes<T>, takesFailures: true);

    /// <summary>
    /// As <see cref="GatherOutcomes{T}(IEnumerable{Coro{T}})"/>, without results: null for each that succeeded, else its failure or
    /// <see cref="CancelledException"/>.
    /// </summary>
    /// <inheritdoc cref="Gather{T}(IEnumerable{Coro{T}})" path="/exception"/>
    public static Future<Exception?[]> GatherOutcomes([TakesOwnership] IEnumerable<Coro> coroutines) =>
        GatherParts.Of(GatherParts.All(coroutines)).Gather(GatherResults.Failures, takesFailures: true);

    /// <inheritdoc cref="GatherOutcomes(IEnumerable{Coro})"/>
    public static Future<Exception?[]> GatherOutcomes(IEnumerable<CoroTask> tasks) =>
        GatherParts.Of(tasks).Gather(GatherResults.Failures, takesFailures: true);
}
