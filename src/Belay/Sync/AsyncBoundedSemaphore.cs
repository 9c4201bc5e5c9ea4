namespace Belay;

/// <summary>A semaphore that notices when more is released than was taken. asyncio.BoundedSemaphore.</summary>
/// <inheritdoc path="/remarks"/>
public sealed class AsyncBoundedSemaphore : AsyncSemaphore
{
    readonly int _bound;

    /// <inheritdoc cref="AsyncSemaphore(int)"/>
    public AsyncBoundedSemaphore(int value = 1) : base(value) => _bound = value;

    /// <inheritdoc/>
    /// <exception cref="SemaphoreFullException">There are as many permits as there were at first. Nothing has been released.</exception>
    public override void Release()
    {
        if (Value >= _bound) throw new SemaphoreFullException("The semaphore has all its permits already: more was released than was taken.");
        base.Release();
    }
}
