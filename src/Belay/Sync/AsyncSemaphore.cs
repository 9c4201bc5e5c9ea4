namespace Belay;

/// <summary>A number of permits: taken by one at a time, handed on in the order of asking. asyncio.Semaphore. Not thread-safe.</summary>
/// <remarks>
/// A permit that is released while somebody waits is his at that moment, and nobody overtakes him; if he is cancelled before he runs, it goes
/// to the next. What need not wait works where no loop runs. For waiting it belongs to the loop whose tasks were the first to wait for it.
/// </remarks>
public class AsyncSemaphore
{
    Tickets _tickets;

    /// <summary>Makes one.</summary>
    /// <param name="value">How many permits there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public AsyncSemaphore(int value = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary>Whether <see cref="AcquireAsync"/> would wait: there is no permit, or somebody who is not cancelled waits. asyncio: locked.</summary>
    public bool IsLocked => Value == 0 || Waiters.IsClaimed;

    /// <summary>The permits that nobody has.</summary>
    internal int Value { get; private set; }

    internal WaitQueue Waiters { get; } = new();

    /// <summary>
    /// Waits for a permit and takes it. <c>using (await semaphore.AcquireAsync()) { … }</c> releases it at the end of the block; or call
    /// <see cref="Release"/>. Does not give up the turn if a permit is free. Cancelled, it has none. asyncio: acquire.
    /// </summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this semaphore.</exception>
    public Coro<Releaser> AcquireAsync() => SemaphoreFrame.Make(this);

    /// <summary>Takes a permit if that is possible at once.</summary>
    /// <returns>Whether it was taken. Then <see cref="Release"/> has to be called.</returns>
    public bool TryAcquire()
    {
        if (IsLocked) return false;
        Value--;
        return true;
    }

    /// <summary>Adds a permit, or gives it to the one who has waited longest. May be called by anyone, also without a permit. asyncio: release.</summary>
    /// <exception cref="SemaphoreFullException">There are int.MaxValue of them.</exception>
    public virtual void Release()
    {
        if (Value == int.MaxValue) throw new SemaphoreFullException();
        if (!Waiters.WakeNext()) Value++;
    }

    /// <summary>One that was given a permit leaves without it.</summary>
    internal void TakeBack() => Value++;

    /// <summary>Permits may have become free while newcomers had to queue behind others.</summary>
    internal void HandOut()
    {
        while (Value > 0 && Waiters.WakeNext()) Value--;
    }

    internal Releaser IssueReleaser() => new(this, _tickets.Issue());

    /// <summary>Releases a permit at the end of a using block; disposed again it does nothing.</summary>
    public readonly struct Releaser : IDisposable
    {
        readonly AsyncSemaphore? _semaphore;
        readonly long _ticket;

        internal Releaser(AsyncSemaphore semaphore, long ticket) => (_semaphore, _ticket) = (semaphore, ticket);

        /// <summary>Releases the permit, once.</summary>
        /// <exception cref="SemaphoreFullException">It was released by hand, and the semaphore is bounded.</exception>
        public void Dispose()
        {
            if (_semaphore is not null && _semaphore._tickets.TryUse(_ticket)) _semaphore.Release();
        }
    }
}
