namespace Belay.Tests.Support;

/// <summary>Counts the turns of the running loop. It keeps the loop busy, so it must be stopped before the loop is to wait.</summary>
sealed class TurnCounter : IDisposable
{
    Handle _next;

    public TurnCounter()
    {
        _next = EventLoop.Running.CallSoon(Turn);
    }

    public int Count { get; private set; }

    public void Dispose() => _next.Cancel();

    void Turn()
    {
        Count++;
        _next = EventLoop.Running.CallSoon(Turn);
    }
}
