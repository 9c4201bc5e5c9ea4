using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>An acquisition of a lock.</summary>
internal sealed class LockFrame : WaiterFrame<AsyncLock.Releaser>
{
    [ThreadStatic]
    static FramePool? t_pool;

    AsyncLock _gate = null!;

    internal static Coro<AsyncLock.Releaser> Make(AsyncLock gate, bool isReacquire)
    {
        var frame = Unsafe.As<LockFrame?>(t_pool?.TryRent()) ?? new LockFrame();     // sound: the pool holds nothing else
        frame._gate = gate;
        frame.Waiter.MayDeadlock = isReacquire;
        return new Coro<AsyncLock.Releaser>(frame, frame.Version);
    }

    private protected override void Begin()
    {
        if (_gate.TryAcquire()) SetResult(_gate.IssueReleaser());
        else WaitIn(_gate.Waiters);
    }

    private protected override void GoOn()
    {
        _gate.Take((TaskStrand)Strand.CurrentOrThrow, Parent);
        SetResult(_gate.IssueReleaser());
    }

    private protected override void GiveUp(bool wasWoken)
    {
        if (!_gate.IsLocked) _gate.Waiters.WakeFirst();
    }

    internal override void Recycle()
    {
        Reset();
        _gate = null!;
        Result = default;
        (t_pool ??= new FramePool()).Return(this);
    }
}
