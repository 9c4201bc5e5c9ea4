using System.Runtime.CompilerServices;

namespace Belay;

public abstract partial class Future
{
    /// <summary>
    /// In the order they were added: strands that wait, <see cref="FutureCallback"/> and <see cref="IDoneCallback"/>. None, one, or a list.
    /// </summary>
    object? _callbacks;

    /// <summary>
    /// Calls back through the ready queue, in a copy of the current context, once it is done; never inline, even if it is done already.
    /// asyncio: Future.add_done_callback.
    /// </summary>
    public void AddDoneCallback(Action<Future> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Loop.CheckThread();
        AddCallback(new FutureCallback(this, callback));
    }

    /// <summary>Removes every equal callback that has not been scheduled yet. asyncio: Future.remove_done_callback.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveDoneCallback(Action<Future> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Loop.CheckThread();
        bool Equal(object added) => added is FutureCallback found && found.Callback == callback;
        if (_callbacks is List<object> list) return list.RemoveAll(Equal);
        if (IsDone || _callbacks is null || !Equal(_callbacks)) return 0;
        _callbacks = null;
        return 1;
    }

    /// <summary>Of those that were added more than once, the first. One that has been scheduled is called all the same.</summary>
    internal void RemoveCallback(object callback)
    {
        if (_callbacks is List<object> list) list.Remove(callback);
        else if (!IsDone && _callbacks == callback) _callbacks = null;
    }

    private protected bool HasCallbacks => _callbacks is not null;

    /// <summary>The strand that waits for it, if nobody else is to be called back.</summary>
    private protected TaskStrand? OnlyWaiter => _callbacks as TaskStrand;

    internal void AddCallback(object callback)
    {
        if (IsDone) Schedule(callback);
        else if (_callbacks is null) _callbacks = callback;
        else if (_callbacks is List<object> list) list.Add(callback);
        else _callbacks = new List<object> { _callbacks, callback };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ScheduleCallbacks()
    {
        if (_callbacks is not { } callbacks) return;
        _callbacks = null;
        if (callbacks is TaskStrand strand) Loop.Enqueue(strand);
        else ScheduleAll(callbacks);
    }

    void ScheduleAll(object callbacks)
    {
        if (callbacks is not List<object> list)
        {
            Schedule(callbacks);
            return;
        }
        foreach (var callback in list) Schedule(callback);
    }

    void Schedule(object callback) =>
        Loop.Enqueue(callback is IDoneCallback notified ? new DoneNotification(notified, this) : (IReady)callback);
}
