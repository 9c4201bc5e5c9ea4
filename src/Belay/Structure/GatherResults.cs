namespace Belay;

/// <summary>What a gather makes of its parts when all are done.</summary>
internal static class GatherResults
{
    internal static T[] Values<T>(Future[] parts)
    {
        var values = new T[parts.Length];
        for (var i = 0; i < parts.Length; i++) values[i] = parts[i].ResultAs<T>();
        return values;
    }

    internal static Outcome<T>[] Outcomes<T>(Future[] parts)
    {
        var outcomes = new Outcome<T>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            outcomes[i] = FailureOf(parts[i]) is { } failure ? new Outcome<T>(failure) : new Outcome<T>(parts[i].ResultAs<T>());
        return outcomes;
    }

    internal static Exception?[] Failures(Future[] parts) => Array.ConvertAll(parts, FailureOf);

    // Not the exception that a cancelled task hands to the first who asks: that is still for whoever awaits the task.
    static Exception? FailureOf(Future part) => part.IsCancelled ? new CancelledException(part.CancelMessage) : part.SeeFailure();
}
