namespace Belay;

/// <summary>First in, first out.</summary>
internal sealed class FifoStore<T> : ItemStore<T>
{
    readonly Deque<T> _items = new();

    internal override void Add(T item)
    {
        _items.AddLast(item);
        Count++;
    }

    internal override T Take()
    {
        var item = _items.RemoveFirst();
        Count--;
        return item;
    }
}
