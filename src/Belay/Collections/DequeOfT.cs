using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A list that is as quick at its beginning as at its end, and by index. collections.deque. Not thread-safe.</summary>
/// <remarks>
/// <para>One ring that grows: adding and removing at both ends and access by index take the same time however many items there are. Inserting and
/// removing elsewhere moves the items on the nearer side.</para>
/// <para>Items are found by <see cref="EqualityComparer{T}.Default"/>. Python's <c>in</c> takes an item that is the very same object for equal
/// before it asks; here only Equals is asked, which for types that keep its rules comes to the same (also for NaN).</para>
/// <para>Two deques with the same items are not equal, as no two collections of .NET's are: compare with SequenceEqual.</para>
/// </remarks>
[CollectionBuilder(typeof(Deque), nameof(Deque.Create))]
[DebuggerDisplay("Count = {Count}")]
[DebuggerTypeProxy(typeof(DequeDebugView<>))]
public sealed partial class Deque<T> : IList<T>, IReadOnlyList<T>
{
    const int NoMaximum = -1;   // no count is ever that, so asking whether it is reached is one comparison

    readonly int _maxLength = NoMaximum;

    /// <summary>An empty one that may become as long as it likes.</summary>
    public Deque() { }

    /// <summary>An empty one that never becomes longer: adding at one end of a full deque drops an item from the other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative.</exception>
    public Deque(int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        _maxLength = maxLength;
    }

    /// <summary>One with these items, added one after another at the end.</summary>
    /// <param name="items">What it begins with.</param>
    /// <param name="maxLength">It never becomes longer: adding at one end of a full deque drops an item from the other. Null: as long as it likes.</param>
    /// <exception cref="ArgumentNullException">There are no items, not even none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative.</exception>
    public Deque(IEnumerable<T> items, int? maxLength = null)
    {
        if (maxLength is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(maxLength));
            _maxLength = given;
        }
        AddRangeLast(items);
    }

    /// <summary>How many items it has.</summary>
    public int Count => (int)_state;

    /// <summary>It never becomes longer; null: as long as it likes. deque.maxlen.</summary>
    public int? MaxLength => _maxLength == NoMaximum ? null : _maxLength;

    /// <summary>The item at the beginning. deque[0].</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    public T First
    {
        get
        {
            if (Count == 0) ThrowEmpty();
            return ItemAt(0);
        }
    }

    /// <summary>The item at the end. deque[-1].</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    public T Last
    {
        get
        {
            if (Count == 0) ThrowEmpty();
            return ItemAt(Count - 1);
        }
    }

    /// <summary>Adds an item at the beginning; a full deque drops its last. appendleft.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddFirst(T item)
    {
        var state = _state;
        if ((int)state < _room)
        {
            var places = _places;
            var head = (_head - 1) & (places.Length - 1);
            places[head].Item = item;
            _head = head;
            _state = state + Change + 1;
        }
        else MakeRoomAndAddFirst(item);
    }

    /// <summary>Adds an item at the end; a full deque drops its first. append.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddLast(T item)
    {
        var state = _state;
        var count = (int)state;
        if (count < _room)
        {
            var places = _places;
            var index = _head + count;
            if ((uint)index < (uint)places.Length) places[index].Item = item;
            else places[index - places.Length].Item = item;
            _state = state + Change + 1;
        }
        else MakeRoomAndAddLast(item);
    }

    /// <summary>Takes the item at the beginning out. popleft.</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T RemoveFirst()
    {
        var state = _state;
        if ((int)state == 0) ThrowEmpty();
        var places = _places;
        var head = _head;
        ref var place = ref places[head].Item;
        var item = place!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) place = default;
        _head = (head + 1) & (places.Length - 1);
        _state = state + Change - 1;
        return item;
    }

    /// <summary>Takes the item at the end out. pop.</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T RemoveLast()
    {
        var state = _state;
        var last = (int)state - 1;
        if (last < 0) ThrowEmpty();
        var places = _places;
        var index = _head + last;
        if ((uint)index >= (uint)places.Length) index -= places.Length;
        ref var place = ref places[index].Item;
        var item = place!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) place = default;
        _state = state + Change - 1;
        return item;
    }

    /// <summary>Takes the item at the beginning out if there is one.</summary>
    /// <returns>False if it is empty.</returns>
    public bool TryRemoveFirst([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }
        item = RemoveFirst();
        return true;
    }

    /// <summary>Takes the item at the end out if there is one.</summary>
    /// <returns>False if it is empty.</returns>
    public bool TryRemoveLast([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }
        item = RemoveLast();
        return true;
    }

    [DoesNotReturn]
    static void ThrowEmpty() => throw new InvalidOperationException(
        "The deque is empty, so it has no first or last item. Look at Count before, or take with TryRemoveFirst or TryRemoveLast.");
}
