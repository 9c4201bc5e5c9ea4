namespace Belay;

/// <summary>A flag to wait for. asyncio.Event. Not thread-safe.</summary>
/// <remarks>
/// What need not wait works where no loop runs. For waiting it belongs to the loop whose tasks were the first to wait for it.
/// </remarks>
public sealed class AsyncEvent
{
    readonly WaitQueue _waiters = new();

    /// <summary>Whether the flag is set. asyncio: is_set.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Sets the flag and wakes all who wait, in the order they came; they run in the next turn, even if the flag is cleared before. asyncio: set.</summary>
    public void Set()
    {
        if (IsSet) return;
        _waiters.WakeAll();
        IsSet = true;
    }

    /// <summary>Clears the flag: who waits from now on waits for the next <see cref="Set"/>. asyncio: clear.</summary>
    public void Clear() => IsSet = false;

    /// <summary>Waits until the flag is set; does not give up the turn if it is. Cancelled, it leaves nothing behind. asyncio: wait.</summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this event.</exception>
    public Coro WaitAsync() => EventFrame.Make(this, _waiters);
}
