namespace Belay;

/// <summary>
/// Held by one at a time, and handed on in the order of asking. asyncio.Lock. Not thread-safe: it keeps the coroutines of one loop apart.
/// </summary>
/// <remarks>
/// <para>Nobody overtakes a waiter, be it in the moment after a release in which that is being woken; only one that is cancelled.
/// A waiter that is cancelled after it was woken wakes the next.</para>
/// <para>Anyone may release it. It knows the task that took it only to find deadlocks: a task that would wait for itself, directly or round
/// a ring of tasks and locks, gets a <see cref="DeadlockException"/>. A lock that was left locked by a finished task has no owner. What an
/// <c>async Task</c> method takes counts as taken by the task that called it.</para>
/// <para>What need not wait works where no loop runs. For waiting it belongs to the loop whose tasks were the first to wait for it.</para>
/// </remarks>
public sealed class AsyncLock
{
    static int s_count;

    readonly int _number = Interlocked.Increment(ref s_count);
    string? _name;
    Tickets _tickets;

    /// <summary>Makes one that nobody holds.</summary>
    public AsyncLock() => Waiters = new WaitQueue(this);

    /// <summary>For people, in the description of a deadlock; "lock-1" and so on unless given.</summary>
    public string Name
    {
        get => _name ??= $"lock-{_number}";
        set => _name = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether somebody holds it. asyncio: locked.</summary>
    public bool IsLocked { get; private set; }

    internal WaitQueue Waiters { get; }

    /// <summary>The task that holds it, if it was one.</summary>
    internal CoroTask? Owner { get; private set; }

    /// <summary>What debug mode knows of its being held.</summary>
    LockHold? _hold;

    /// <summary>Where it was acquired, in debug mode.</summary>
    internal string? AcquiredAt => _hold?.Site;

    /// <summary>
    /// Waits until the lock is free and its turn has come, and takes it. <c>using (await gate.AcquireAsync()) { … }</c> releases it at the
    /// end of the block; or call <see cref="Release"/>. Does not give up the turn if the lock is free. asyncio: acquire.
    /// </summary>
    /// <remarks>Cancelled, it holds nothing, and is in nobody's way.</remarks>
    /// <exception cref="DeadlockException">The wait would never end: the task holds the lock itself, or a ring of tasks and locks leads back to it.</exception>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this lock.</exception>
    public Coro<Releaser> AcquireAsync() => LockFrame.Make(this, isReacquire: false);

    /// <summary>The same for a condition, which must get back what it gave up: it waits even where that is a deadlock.</summary>
    internal Coro<Releaser> ReacquireAsync() => LockFrame.Make(this, isReacquire: true);

    /// <summary>Takes the lock if that is possible at once: nobody holds it, and nobody waits who is not cancelled.</summary>
    /// <returns>Whether it was taken. Then <see cref="Release"/> has to be called.</returns>
    public bool TryAcquire() => TryTake((TaskStrand?)Strand.Current);

    /// <param name="strand">Who takes it; null where no loop runs.</param>
    internal bool TryTake(TaskStrand? strand)
    {
        if (IsLocked || Waiters.IsClaimed) return false;
        Take(strand, null);
        return true;
    }

    /// <summary>Gives it to the one who has waited longest, who takes it in the next turn. asyncio: release.</summary>
    /// <exception cref="InvalidOperationException">Nobody holds it.</exception>
    public void Release()
    {
        if (!IsLocked) throw new InvalidOperationException($"{Name} is not held by anybody, so it cannot be released. Was it released twice, by hand and by a using?");
        Waiters.WakeFirst();
        IsLocked = false;
        Owner = null;
        if (_hold is null) return;
        _hold.End();
        _hold = null;
    }

    /// <param name="strand">Who takes it; null where no loop runs.</param>
    /// <param name="awaiting">The coroutine that has waited for it.</param>
    internal void Take(TaskStrand? strand, Frame? awaiting)
    {
        IsLocked = true;
        if (strand is null) return;
        Owner = strand.Task;
        if (strand.Loop.Checks is { } checks) _hold = LockHold.Begin(checks, this, Owner, awaiting);
    }

    /// <summary>What somebody does who is queued for it while a task holds it.</summary>
    internal string DescribeWait() => $"waits for {Name}, which {Owner!.Name} holds{(AcquiredAt is null ? "" : $" (acquired at {AcquiredAt})")}";

    internal Releaser IssueReleaser() => new(this, _tickets.Issue());

    /// <summary>Releases a lock at the end of a using block; disposed again it does nothing.</summary>
    public readonly struct Releaser : IDisposable
    {
        readonly AsyncLock? _gate;
        readonly long _ticket;

        internal Releaser(AsyncLock gate, long ticket) => (_gate, _ticket) = (gate, ticket);

        /// <summary>Releases the lock, once.</summary>
        /// <exception cref="InvalidOperationException">Nobody holds it any more: it was released by hand.</exception>
        public void Dispose()
        {
            if (_gate is not null && _gate._tickets.TryUse(_ticket)) _gate.Release();
        }
    }
}
