namespace Belay;

/// <summary>What a child came to: a value, a failure or a cancellation. asyncio: an element of what gather(return_exceptions=True) gives.</summary>
public readonly struct Outcome<T>
{
    readonly T _value;

    internal Outcome(T value) => _value = value;

    internal Outcome(Exception exception) => (_value, Exception) = (default!, exception);

    /// <summary>There is a value.</summary>
    public bool IsSuccess => Exception is null;

    /// <summary>It was cancelled.</summary>
    public bool IsCancelled => Exception is CancelledException;

    /// <summary>The value. Throws the failure, or the <see cref="CancelledException"/>, if there is none.</summary>
    public T Value
    {
        get
        {
            if (Exception is not null) Rethrow.Now(Exception);
            return _value;
        }
    }

    /// <summary>The failure, or the <see cref="CancelledException"/>; null if there is a value.</summary>
    public Exception? Exception { get; }
}
