using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Putting an item into a queue.</summary>
internal sealed class PutFrame<T> : WaiterFrame<VoidResult>
{
    readonly AsyncQueue<T> _queue;
    T _item = default!;

    PutFrame(AsyncQueue<T> queue) => _queue = queue;

    internal static Coro Make(AsyncQueue<T> queue, T item)
    {
        var frame = Unsafe.As<PutFrame<T>?>(queue.SparePutters?.TryRent()) ?? new PutFrame<T>(queue);     // sound: the pool holds nothing else
        frame._item = item;
        return new Coro(frame, frame.Version);
    }

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
        Reset();
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _item = default!;
        (_queue.SparePutters ??= new FramePool()).Return(this);
    }
}
