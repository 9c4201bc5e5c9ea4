using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Taking an item out of a queue.</summary>
internal sealed class GetFrame<T> : WaiterFrame<T>
{
    readonly AsyncQueue<T> _queue;

    GetFrame(AsyncQueue<T> queue) => _queue = queue;

    internal static Coro<T> Make(AsyncQueue<T> queue)
    {
        var frame = Unsafe.As<GetFrame<T>?>(queue.SpareGetters?.TryRent()) ?? new GetFrame<T>(queue);     // sound: the pool holds nothing else
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
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        (_queue.SpareGetters ??= new FramePool()).Return(this);
    }
}
