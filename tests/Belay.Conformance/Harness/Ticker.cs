namespace Belay.Conformance;

/// <summary>Counts the turns of the loop. It keeps the loop busy, so no timer comes while it ticks.</summary>
sealed class Ticker : IDisposable
{
    Handle _next;

    public Ticker() => _next = EventLoop.Running.CallSoon(Tick);

    public int Turn { get; private set; }

    public void Dispose() => _next.Cancel();

    void Tick()
    {
        Turn++;
        _next = EventLoop.Running.CallSoon(Tick);
    }
}
