namespace Belay;

public sealed partial class EventLoop
{
    /// <summary>
    /// Calls back in the next turn, after what is ready already, in a copy of the current context. What the callback throws goes to
    /// <see cref="RunOptions.ErrorHandler"/>. asyncio: loop.call_soon.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is another thread, or the loop is closed.</exception>
    public Handle CallSoon(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CheckThread();
        CheckOpen();
        var handle = new Handle(this, callback);
        _ready.Enqueue(handle);
        return handle;
    }

    /// <summary>As <see cref="CallSoon"/>, from any thread, waking the loop. On the loop's own thread it is CallSoon. asyncio: loop.call_soon_threadsafe.</summary>
    /// <exception cref="InvalidOperationException">The loop is closed.</exception>
    public Handle CallSoonThreadSafe(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CheckOpen();
        var handle = new Handle(this, callback);
        PostFromAnyThread(handle);
        return handle;
    }

    /// <summary>
    /// Calls back after a delay; zero or less is the next turn, one that ends later than a TimeSpan can say never comes. asyncio: loop.call_later.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is another thread, or the loop is closed.</exception>
    public TimerHandle CallLater(TimeSpan delay, Action callback) => CallAt(Deadline(delay), callback);

    /// <summary>Calls back at a <see cref="Time"/>. Of equal times, the one set first comes first. asyncio: loop.call_at.</summary>
    /// <exception cref="InvalidOperationException">This is another thread, or the loop is closed.</exception>
    public TimerHandle CallAt(TimeSpan when, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CheckThread();
        CheckOpen();
        var handle = new TimerHandle(this, when, callback);
        _timers.Add(handle, when.Ticks);
        return handle;
    }

    /// <summary>When a delay ends. One that ends later than a TimeSpan can say never does.</summary>
    internal TimeSpan Deadline(TimeSpan delay)
    {
        var now = Time;
        return delay > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + delay;
    }

    internal void AddTimer(ITimed timer, TimeSpan delay) => _timers.Add(timer, Deadline(delay).Ticks);

    internal void AddTimerAt(ITimed timer, TimeSpan when) => _timers.Add(timer, when.Ticks);

    /// <returns>False if there is none: never set, or due already.</returns>
    internal bool RemoveTimer(ITimed timer) => _timers.Remove(timer);
}
