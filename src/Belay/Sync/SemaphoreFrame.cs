namespace Belay;

/// <summary>An acquisition of a permit.</summary>
internal sealed class SemaphoreFrame : WaiterFrame<AsyncSemaphore.Releaser>
{
    static readonly FrameType<SemaphoreFrame> s_type = new();

    AsyncSemaphore _semaphore = null!;

    internal static Coro<AsyncSemaphore.Releaser> Make(AsyncSemaphore semaphore)
    {
        var frame = s_type.TryRent() ?? new SemaphoreFrame();
        frame._semaphore = semaphore;
        return new Coro<AsyncSemaphore.Releaser>(frame, frame.Version);
    }

    internal override string Name => "AsyncSemaphore.AcquireAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

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
        _semaphore = null!;
        Result = default;
        ReturnToPool();
    }
}
