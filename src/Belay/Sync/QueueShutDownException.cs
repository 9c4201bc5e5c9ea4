namespace Belay;

/// <summary>The queue takes or has no more items, because it was shut down. asyncio.QueueShutDown.</summary>
public sealed class QueueShutDownException : InvalidOperationException
{
    /// <summary>Makes one.</summary>
    public QueueShutDownException() : base("The queue has been shut down.") { }
}
