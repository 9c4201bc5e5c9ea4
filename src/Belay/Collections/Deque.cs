namespace Belay;

/// <summary>Makes a <see cref="Deque{T}"/> of the items of a collection expression.</summary>
public static class Deque
{
    /// <summary>A deque of these, without a maximum: <c>Deque&lt;int&gt; deque = [1, 2, 3];</c></summary>
    public static Deque<T> Create<T>(params ReadOnlySpan<T> items)
    {
        var deque = new Deque<T>();
        deque.AddRangeLast(items);
        return deque;
    }
}
