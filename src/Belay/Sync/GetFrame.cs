using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Taking an item out of a queue.</summary>
internal sealed class GetFrame<T> : WaiterFrame<T>
{
    [ThreadStatic]
    static FramePool? t_pool;

    AsyncQueue<T> _queue = null!;

    internal static Coro<T> Make(AsyncQueue<T> queue)
    {
        var frame = Unsafe.As<GetFrame<T>?>(t_pool?.TryRent()) ?? new GetFrame<T>();     // sound: the pool holds nothing else
        frame._queue = queue;
        return new Coro<T>(frame, frame.Version);
    }

    private protected override void Begin()
    {
        try
        {
            if (_queue.TryGet(out var item)) SetResult(item);
            else WaitIn(_queue.Getters);
        }
        catch (Exception failure)
        {
            SetException(failure);
        }
    }

    /// <summary>Somebody may have been faster: then it waits again.</summary>
    private protected override void GoOn() => Begin();

    private protected override void GiveUp(bool wasWoken)
    {
        if (wasWoken && !_queue.IsEmpty) _queue.Getters.WakeNext();
    }

    internal override void Recycle()
    {
        Reset();
        _queue = null!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        (t_pool ??= new FramePool()).Return(this);
    }
}
