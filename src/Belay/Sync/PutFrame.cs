using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Putting an item into a queue.</summary>
internal sealed class PutFrame<T> : WaiterFrame<VoidResult>
{
    static readonly FrameType<PutFrame<T>> s_type = new();

    AsyncQueue<T> _queue = null!;
    T _item = default!;

    internal static Coro Make(AsyncQueue<T> queue, T item)
    {
        if (!queue.SparePut.TryTake(out var frame))
        {
            frame = s_type.TryRent() ?? new PutFrame<T>();
            frame._queue = queue;
        }
        frame._item = item;
        return new Coro(frame, frame.Version);
    }

    internal override string Name => "AsyncQueue.PutAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Begin()
    {
        try
        {
            if (_queue.TryPut(_item)) SetResult(default);
            else WaitIn(_queue.Putters);
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
        if (wasWoken && !_queue.IsFull) _queue.Putters.WakeNext();
    }

    internal override void Recycle()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _item = default!;
        if (_queue.SparePut.TryKeep(this))
        {
            Renew();
            return;
        }
        _queue = null!;
        ReturnToPool();
    }
}
