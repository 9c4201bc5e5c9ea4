namespace Belay;

/// <summary>The items of a queue; which of them leaves next is what makes the kind of queue. asyncio: _put and _get, to be overridden.</summary>
internal abstract class ItemStore<T>
{
    internal int Count;

    /// <summary>Adds it. If this throws, nothing has been added.</summary>
    internal abstract void Add(T item);

    /// <summary>Takes the next one out. There has to be one. If this throws, nothing has been taken.</summary>
    internal abstract T Take();
}
