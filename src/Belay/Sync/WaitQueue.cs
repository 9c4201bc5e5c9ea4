using System.Diagnostics;

namespace Belay;

/// <summary>
/// The tasks that wait for one thing, in the order they came. Every primitive has its waiters here, and only this links and unlinks them.
/// Nothing in it takes longer for a longer queue, but for waking all.
/// </summary>
/// <remarks>
/// As in asyncio a waiter stays until its task runs, be it woken or cancelled meanwhile. So a newcomer can see that somebody is about to
/// take what is free, and queues; and so nothing is lost if a woken one is cancelled before it runs: it finds out when it leaves.
/// </remarks>
/// <param name="gate">The lock whose queue it is, for the search for deadlocks.</param>
/// <param name="sharesLoopWith">The other queue of a primitive that has two.</param>
internal sealed class WaitQueue(AsyncLock? gate = null, WaitQueue? sharesLoopWith = null)
{
    Waiter? _first, _last;

    /// <summary>The first that is neither woken nor cancelled. It only ever moves towards the end, since nobody becomes pending again.</summary>
    Waiter? _firstPending;

    int _count, _cancelled;
    EventLoop? _loop;

    internal AsyncLock? Lock => gate;

    /// <summary>Somebody waits who is not cancelled; he may have been woken.</summary>
    internal bool IsClaimed => _count > _cancelled;

    /// <summary>Puts it at the end. False, and nothing has happened, if others of another loop have waited here.</summary>
    internal bool TryAdd(Waiter waiter, EventLoop loop)
    {
        Debug.Assert(waiter.State == WaiterState.Idle);
        if (!TryBind(loop)) return false;
        waiter.State = WaiterState.Pending;
        waiter.Queue = this;
        if (_last is null) _first = waiter;
        else
        {
            waiter.Previous = _last;
            _last.Next = waiter;
        }
        _last = waiter;
        _firstPending ??= waiter;
        _count++;
        return true;
    }

    /// <summary>As asyncio's primitives, it belongs for good to the loop whose tasks wait first.</summary>
    internal bool TryBind(EventLoop loop)
    {
        if (sharesLoopWith is not null) return sharesLoopWith.TryBind(loop);
        return (_loop ??= loop) == loop;
    }

    internal void Remove(Waiter waiter)
    {
        Debug.Assert(waiter.Queue == this);
        if (_firstPending == waiter) SkipPending();
        if (waiter.State == WaiterState.Cancelled) _cancelled--;
        _count--;
        if (waiter.Previous is null) _first = waiter.Next;
        else waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null) _last = waiter.Previous;
        else waiter.Next.Previous = waiter.Previous;
        waiter.Next = waiter.Previous = null;
        waiter.Queue = null;
    }

    internal void OnCancelled(Waiter waiter)
    {
        _cancelled++;
        if (_firstPending == waiter) SkipPending();
    }

    /// <summary>Wakes the first that can be woken. False if there is none.</summary>
    internal bool WakeNext()
    {
        if (_firstPending is not { } waiter) return false;
        CheckThread();
        SkipPending();
        waiter.Wake();
        return true;
    }

    /// <summary>Wakes the very first; nobody, if that has been woken or cancelled and has not run yet: it sees to the rest when it does.</summary>
    internal void WakeFirst()
    {
        if (_first is not null && _first == _firstPending) WakeNext();
    }

    internal void WakeAll()
    {
        while (WakeNext()) { }
    }

    void SkipPending()
    {
        var next = _firstPending!.Next;
        while (next is not null && next.State != WaiterState.Pending) next = next.Next;
        _firstPending = next;
    }

    void CheckThread() => (sharesLoopWith?._loop ?? _loop)!.CheckThread();
}
