namespace Belay;

/// <summary>Gives up one turn: what <see cref="Coro.Yield"/> waits for. A cancellation is kept for when the turn comes.</summary>
internal sealed class YieldWait : IWait
{
    internal static readonly YieldWait Instance = new();

    public bool IsDone => false;
    public bool IsCancelled => false;
    public object TakeCancellation() => throw Misuse.NotFinished();
    public void Begin(Strand strand) => strand.Wake();
    public bool Cancel(string? message) => false;
    public void Take() { }
    public Exception? TryTake() => null;
}
