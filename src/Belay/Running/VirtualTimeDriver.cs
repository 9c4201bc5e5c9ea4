namespace Belay;

/// <summary>Runs a loop in virtual time: it never waits for a timer. It does wait for operations outside, if there is no timer.</summary>
internal sealed class VirtualTimeDriver(EventLoop loop, VirtualTimeProvider time) : ThreadDriver(loop)
{
    readonly EventLoop _loop = loop;

    protected override bool WaitForWake(TimeSpan? delay)
    {
        if (delay is not { } jump) return base.WaitForWake(null);
        if (Wait(0)) return true;
        if (!_loop.HasWork) time.Advance(jump);
        return false;
    }
}
