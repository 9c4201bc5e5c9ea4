using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A wait until woken, if an event is not set already.</summary>
internal sealed class EventFrame : WaiterFrame<VoidResult>
{
    [ThreadStatic]
    static FramePool? t_pool;

    AsyncEvent? _event;
    WaitQueue _queue = null!;

    /// <param name="skipIfSet">The event that may be set when it begins; null: it waits in any case.</param>
    /// <param name="queue">Where it waits.</param>
    internal static Coro Make(AsyncEvent? skipIfSet, WaitQueue queue)
    {
        var frame = Unsafe.As<EventFrame?>(t_pool?.TryRent()) ?? new EventFrame();     // sound: the pool holds nothing else
        frame._event = skipIfSet;
        frame._queue = queue;
        return new Coro(frame, frame.Version);
    }

    private protected override void Begin()
    {
        if (_event is { IsSet: true }) SetResult(default);
        else WaitIn(_queue);
    }

    private protected override void GoOn() => SetResult(default);

    /// <summary>All are woken together, so there is nobody to pass it on to; a condition sees to that itself.</summary>
    private protected override void GiveUp(bool wasWoken) { }

    internal override void Recycle()
    {
        Reset();
        _event = null;
        _queue = null!;
        (t_pool ??= new FramePool()).Return(this);
    }
}
