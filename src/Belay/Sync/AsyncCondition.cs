namespace Belay;

/// <summary>Waits until others, who hold the same lock, say that something has changed. asyncio.Condition. Not thread-safe.</summary>
/// <remarks>
/// What need not wait works where no loop runs. For waiting it belongs to the loop whose tasks were the first to wait for it.
/// </remarks>
public sealed class AsyncCondition
{
    readonly AsyncLock _gate;
    readonly WaitQueue _waiters = new();

    /// <summary>Makes one.</summary>
    /// <param name="gate">The lock, which may be that of others too; null: one of its own.</param>
    public AsyncCondition(AsyncLock? gate = null) => _gate = gate ?? new AsyncLock();

    /// <summary>Whether somebody holds the lock. asyncio: locked.</summary>
    public bool IsLocked => _gate.IsLocked;

    /// <inheritdoc cref="AsyncLock.AcquireAsync"/>
    public Coro<AsyncLock.Releaser> AcquireAsync() => _gate.AcquireAsync();

    /// <inheritdoc cref="AsyncLock.Release"/>
    public void Release() => _gate.Release();

    /// <summary>
    /// Releases the lock, waits to be notified, and takes the lock again. It may return without a change, so test what is waited for
    /// and wait again, or use <see cref="WaitForAsync"/>. asyncio: wait.
    /// </summary>
    /// <remarks>
    /// Cancelled, it takes the lock all the same before the exception leaves: further cancellations are put off until it has it,
    /// and the last of them is what leaves. Another waiter is then notified in its place. Taking the lock again never throws
    /// <see cref="DeadlockException"/>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Nobody holds the lock, no loop runs here, or tasks of another loop have waited for this condition.</exception>
    public async Coro WaitAsync()
    {
        CheckLocked("waited for");
        if (!_waiters.TryBind(EventLoop.Running)) throw Misuse.TwoLoops();
        _gate.Release();
        var failure = await EventFrame.Make(null, _waiters).Caught();
        while (await ((Coro)_gate.ReacquireAsync()).Caught() is { } interrupted)
        {
            failure = interrupted;
            if (interrupted is not CancelledException) break;
        }
        if (failure is null) return;
        // It may have been notified, and does nothing with that.
        Wake(1);
        Rethrow.Now(failure);
    }

    /// <summary>Waits until the predicate is true; it is called with the lock held. Otherwise as <see cref="WaitAsync"/>. asyncio: wait_for.</summary>
    /// <exception cref="InvalidOperationException">It has to wait, and that is a mistake as with <see cref="WaitAsync"/>.</exception>
    public async Coro WaitForAsync(Func<bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        while (!predicate()) await WaitAsync();
    }

    /// <summary>Wakes those who have waited longest; they go on once they have the lock, so not before it is released. asyncio: notify.</summary>
    /// <param name="count">How many; fewer if fewer wait.</param>
    /// <exception cref="InvalidOperationException">Nobody holds the lock.</exception>
    public void Notify(int count = 1)
    {
        CheckLocked("notified");
        Wake(count);
    }

    /// <summary>Wakes all who wait. asyncio: notify_all.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds the lock.</exception>
    public void NotifyAll() => Notify(int.MaxValue);

    void Wake(int count)
    {
        while (count > 0 && _waiters.WakeNext()) count--;
    }

    void CheckLocked(string what)
    {
        if (!IsLocked)
            throw new InvalidOperationException($"A condition was {what} while nobody held its lock. Do it inside: using (await condition.AcquireAsync()) {{ … }}");
    }
}
