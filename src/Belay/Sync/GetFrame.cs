using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Taking an item out of a queue.</summary>
internal sealed class GetFrame<T> : WaiterFrame<T>
{
    static readonly FrameType<GetFrame<T>> s_type = new();

    AsyncQueue<T> _queue = null!;

    internal static Coro<T> Make(AsyncQueue<T> queue)
    {
        if (!queue.SpareGet.TryTake(out var frame))
        {
            frame = s_type.TryRent() ?? new GetFrame<T>();
            frame._queue = queue;
        }
        return new Coro<T>(frame, frame.Version);
    }

    internal override string Name => "AsyncQueue.GetAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

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
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        if (_queue.SpareGet.TryKeep(this))
        {
            Renew();
            return;
        }
        _queue = null!;
        ReturnToPool();
    }
}
