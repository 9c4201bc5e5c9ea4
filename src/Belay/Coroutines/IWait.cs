namespace Belay;

/// <summary>What the innermost frame of a strand can wait for.</summary>
internal interface IWait
{
    bool IsDone { get; }

    /// <summary>Done by a cancellation: that is what the coroutine sees, whatever else has been asked for.</summary>
    bool IsCancelled { get; }

    /// <summary>Ends the await of one that is cancelled: gives the exception or, if nobody has asked for that yet, an <see cref="UnseenCancellation"/>.</summary>
    object TakeCancellation();

    /// <summary>The step has ended: wakes the strand, through the ready queue, once this is done.</summary>
    void Begin(Strand strand);

    /// <summary>Ends the wait with a cancellation, which wakes the strand. False if it is done, or is no wait that can be ended.</summary>
    bool Cancel(string? message);

    /// <summary>Ends the await: throws what it failed with.</summary>
    void Take();

    /// <summary>As Take, but what it failed with is returned.</summary>
    Exception? TryTake();
}

/// <summary>One with a result.</summary>
internal interface IWait<T> : IWait
{
    new T Take();
}
