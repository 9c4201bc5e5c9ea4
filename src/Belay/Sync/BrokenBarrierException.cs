namespace Belay;

/// <summary>The barrier was broken or reset while a task waited for the others. asyncio.BrokenBarrierError.</summary>
public sealed class BrokenBarrierException : InvalidOperationException
{
    /// <summary>Makes one.</summary>
    public BrokenBarrierException() : base("The barrier is broken: it was aborted or reset while tasks waited at it.") { }
}
