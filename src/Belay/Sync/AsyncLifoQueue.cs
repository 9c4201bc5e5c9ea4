namespace Belay;

/// <summary>A queue from which the item that was put in last is taken first. asyncio.LifoQueue.</summary>
/// <inheritdoc path="/remarks"/>
public sealed class AsyncLifoQueue<T> : AsyncQueue<T>
{
    /// <inheritdoc cref="AsyncQueue{T}(int)"/>
    public AsyncLifoQueue(int maxSize = 0) : base(maxSize, new LifoStore<T>()) { }
}
