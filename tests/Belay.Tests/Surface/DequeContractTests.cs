using System.Collections;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class DequeContractTests
{
    [Fact]
    public void Deque_HasItsMembers()
    {
        Deque<int> deque = new(items: [1, 2], maxLength: 5);
        deque = new(maxLength: 5);
        deque = new();
        int count = deque.Count;
        int? maxLength = deque.MaxLength;
        deque.AddFirst(item: 1);
        deque.AddLast(item: 2);
        deque.AddRangeFirst(items: [1]);
        deque.AddRangeLast(items: [1]);
        int first = deque.First, last = deque.Last;
        first = deque.RemoveFirst();
        last = deque.RemoveLast();
        Assert.True(deque.TryRemoveFirst(item: out first));
        Assert.True(deque.TryRemoveLast(item: out last));
        deque.Rotate(steps: 1);
        deque.Rotate();
        deque.Reverse();
        deque.Add(item: 1);
        Deque<int> slice = deque.Slice(start: 0, length: 1);
        bool contains = deque.Contains(item: 1);
        deque.CopyTo(array: [0], arrayIndex: 0);
        int index = deque.IndexOf(item: 1);
        deque.Insert(index: 0, item: 1);
        deque.RemoveAt(index: 0);
        bool removed = deque.Remove(item: 1);
        deque.Clear();
        IList<int> list = deque;
        Assert.False(deque.IsReadOnly);
        IReadOnlyList<int> readOnly = deque;
        Deque<int>.Enumerator enumerator = deque.GetEnumerator();
        IEnumerator<int> boxed = ((IEnumerable<int>)deque).GetEnumerator();
        IEnumerator untyped = ((IEnumerable)deque).GetEnumerator();
        Assert.False(enumerator.MoveNext() || boxed.MoveNext() || untyped.MoveNext());
        Assert.Equal((0, null, true, 0, true), (count, maxLength, contains, index, removed));
        _ = (first, last, slice, list, readOnly);
    }
}
