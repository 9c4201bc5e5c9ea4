namespace Belay.Tests.Collections;

/// <summary>Does the same random things to a deque and to a list, and compares the two after each.</summary>
sealed class DequeModel<T>(int seed, int? maxLength, Func<int, T> make)
{
    readonly Random _random = new(seed);
    readonly Deque<T> _deque = new([], maxLength);
    readonly List<T> _list = [];

    int Any => _random.Next(_list.Count + 1);

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var done = Step();
            Assert.True(_list.SequenceEqual(_deque), $"After {done}, step {step} of seed {seed}, the list has [{string.Join(", ", _list)}], the deque [{string.Join(", ", _deque)}].");
        }
    }

    string Step()
    {
        switch (_random.Next(20))
        {
            case 0 or 1 or 2:
                var last = Item();
                _deque.AddLast(last);
                _list.Add(last);
                DropFirst();
                return nameof(_deque.AddLast);
            case 3 or 4 or 5:
                var first = Item();
                _deque.AddFirst(first);
                _list.Insert(0, first);
                DropLast();
                return nameof(_deque.AddFirst);
            case 6 or 7:
                var hadFirst = _deque.TryRemoveFirst(out var firstRemoved);
                Assert.Equal(_list.Count > 0, hadFirst);
                Assert.Equal(_list.FirstOrDefault(), firstRemoved);
                if (hadFirst) _list.RemoveAt(0);
                return nameof(_deque.TryRemoveFirst);
            case 8 or 9:
                var hadLast = _deque.TryRemoveLast(out var lastRemoved);
                Assert.Equal(_list.Count > 0, hadLast);
                Assert.Equal(_list.LastOrDefault(), lastRemoved);
                if (hadLast) _list.RemoveAt(_list.Count - 1);
                return nameof(_deque.TryRemoveLast);
            case 10:
                var rangeLast = Items();
                _deque.AddRangeLast(rangeLast);
                _list.AddRange(rangeLast);
                DropFirst();
                return nameof(_deque.AddRangeLast);
            case 11:
                var rangeFirst = Items();
                _deque.AddRangeFirst(rangeFirst);
                _list.InsertRange(0, rangeFirst.Reverse());
                DropLast();
                return nameof(_deque.AddRangeFirst);
            case 12:
                if (_list.Count == maxLength) return "nothing";
                var (at, inserted) = (Any, Item());
                _deque.Insert(at, inserted);
                _list.Insert(at, inserted);
                return nameof(_deque.Insert);
            case 13:
                if (_list.Count == 0) return "nothing";
                var gone = _random.Next(_list.Count);
                _deque.RemoveAt(gone);
                _list.RemoveAt(gone);
                return nameof(_deque.RemoveAt);
            case 14:
                var steps = _random.Next(-2 * _list.Count - 1, 2 * _list.Count + 2);
                _deque.Rotate(steps);
                if (_list.Count > 0)
                {
                    var cut = ((steps % _list.Count) + _list.Count) % _list.Count;
                    var moved = _list[^cut..];
                    _list.RemoveRange(_list.Count - cut, cut);
                    _list.InsertRange(0, moved);
                }
                return nameof(_deque.Rotate);
            case 15:
                _deque.Reverse();
                _list.Reverse();
                return nameof(_deque.Reverse);
            case 16:
                var (start, end) = (Any, Any);
                if (start > end) (start, end) = (end, start);
                Assert.Equal(_list[start..end], _deque[start..end]);
                var copy = new T[_list.Count + 2];
                _deque.CopyTo(copy, 1);
                Assert.Equal(_list, copy[1..^1]);
                return nameof(_deque.Slice);
            case 17:
                var sought = Item();
                Assert.Equal(_list.IndexOf(sought), _deque.IndexOf(sought));
                Assert.Equal(_list.Remove(sought), _deque.Remove(sought));
                return nameof(_deque.Remove);
            case 18:
                if (_random.Next(2) == 0) _deque.TrimExcess();
                else _deque.EnsureCapacity(_random.Next(100));
                return nameof(_deque.TrimExcess);
            default:
                if (_list.Count < 60) return "nothing";
                _deque.Clear();
                _list.Clear();
                return nameof(_deque.Clear);
        }
    }

    T Item() => make(_random.Next(50));

    T[] Items() => [.. Enumerable.Range(0, _random.Next(12)).Select(_ => Item())];

    void DropFirst()
    {
        while (_list.Count > maxLength) _list.RemoveAt(0);
    }

    void DropLast()
    {
        while (_list.Count > maxLength) _list.RemoveAt(_list.Count - 1);
    }
}
