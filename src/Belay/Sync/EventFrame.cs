namespace Belay;

/// <summary>A wait until woken, if an event is not set already.</summary>
internal sealed class EventFrame : WaiterFrame<VoidResult>
{
    static readonly FrameType<EventFrame> s_type = new();

    AsyncEvent? _event;
    WaitQueue _queue = null!;

    /// <param name="skipIfSet">The event that may be set when it begins; null: it waits in any case.</param>
    /// <param name="queue">Where it waits.</param>
    internal static Coro Make(AsyncEvent? skipIfSet, WaitQueue queue)
    {
        var frame = s_type.TryRent() ?? new EventFrame();
        frame._event = skipIfSet;
        frame._queue = queue;
        return new Coro(frame, frame.Version);
    }

    internal override string Name => "AsyncEvent.WaitAsync (or AsyncQueue.JoinAsync)";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

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
        _event = null;
        _queue = null!;
        ReturnToPool();
    }
}
