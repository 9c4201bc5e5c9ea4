namespace Belay;

/// <summary>An acquisition of a lock.</summary>
internal sealed class LockFrame : WaiterFrame<AsyncLock.Releaser>
{
    static readonly FrameType<LockFrame> s_type = new();

    AsyncLock _gate = null!;

    internal static Coro<AsyncLock.Releaser> Make(AsyncLock gate, bool isReacquire)
    {
        var frame = s_type.TryRent() ?? new LockFrame();
        frame._gate = gate;
        frame.Waiter.MayDeadlock = isReacquire;
        return new Coro<AsyncLock.Releaser>(frame, frame.Version);
    }

    internal override string Name => "AsyncLock.AcquireAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Begin()
    {
        if (_gate.TryTake((TaskStrand)Strand)) SetResult(_gate.IssueReleaser());
        else WaitIn(_gate.Waiters);
    }

    private protected override void GoOn()
    {
        _gate.Take((TaskStrand)Strand, Parent);
        SetResult(_gate.IssueReleaser());
    }

    private protected override void GiveUp(bool wasWoken)
    {
        if (!_gate.IsLocked) _gate.Waiters.WakeFirst();
    }

    internal override void Recycle()
    {
        _gate = null!;
        Result = default;
        ReturnToPool();
    }
}
