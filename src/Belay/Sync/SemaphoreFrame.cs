using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>An acquisition of a permit.</summary>
internal sealed class SemaphoreFrame : WaiterFrame<AsyncSemaphore.Releaser>
{
    [ThreadStatic]
    static FramePool? t_pool;

    AsyncSemaphore _semaphore = null!;

    internal static Coro<AsyncSemaphore.Releaser> Make(AsyncSemaphore semaphore)
    {
        var frame = Unsafe.As<SemaphoreFrame?>(t_pool?.TryRent()) ?? new SemaphoreFrame();     // sound: the pool holds nothing else
        frame._semaphore = semaphore;
        return new Coro<AsyncSemaphore.Releaser>(frame, frame.Version);
    }

    private protected override void Begin()
    {
        if (_semaphore.TryAcquire()) SetResult(_semaphore.IssueReleaser());
        else WaitIn(_semaphore.Waiters);
    }

    private protected override void GoOn()
    {
        _semaphore.HandOut();
        SetResult(_semaphore.IssueReleaser());
    }

    private protected override void GiveUp(bool wasWoken)
    {
        if (wasWoken) _semaphore.TakeBack();
        _semaphore.HandOut();
    }

    internal override void Recycle()
    {
        Reset();
        _semaphore = null!;
        Result = default;
        (t_pool ??= new FramePool()).Return(this);
    }
}
