namespace Belay;

/// <summary>Last in, first out.</summary>
internal sealed class LifoStore<T> : ItemStore<T>
{
    readonly Stack<T> _items = new();

    internal override void Add(T item)
    {
        _items.Push(item);
        Count++;
    }

    internal override T Take()
    {
        var item = _items.Pop();
        Count--;
        return item;
    }
}
