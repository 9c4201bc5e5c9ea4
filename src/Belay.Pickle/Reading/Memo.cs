using System.Buffers;

namespace Belay.Pickling;

/// <summary>What a pickle remembers by number. Numbers that are not given in a row take no more memory than others.</summary>
sealed class Memo(int max, Loading loading) : IDisposable
{
    const int FirstCapacity = 32;
    const int CostInRow = 16;
    const int CostOfOther = 48;

    Dictionary<long, object?>? _others;
    object?[] _inRow = ArrayPool<object?>.Shared.Rent(FirstCapacity);
    int _count;

    /// <summary>How many there are: the next number, to those that do not say one.</summary>
    long Count => _count + (_others?.Count ?? 0);

    public void Add(object? value)
    {
        if (_others is not null)
        {
            Set(Count, value);
            return;
        }
        loading.Charge(CostInRow);
        CheckLimit();
        if (_count == _inRow.Length) Grow();
        _inRow[_count++] = value;
    }

    public void Set(long index, object? value)
    {
        if (index < _count) _inRow[index] = value;
        else if (index == _count && _others is null) Add(value);
        else
        {
            CheckLimit();
            loading.Charge(CostOfOther);
            (_others ??= [])[index] = value;
        }
    }

    public bool TryGet(long index, out object? value)
    {
        if ((ulong)index < (ulong)_count)
        {
            value = _inRow[index];
            return true;
        }
        value = null;
        return _others is not null && _others.TryGetValue(index, out value);
    }

    public void Dispose() => ArrayPool<object?>.Shared.Return(_inRow, clearArray: true);

    void Grow()
    {
        var larger = ArrayPool<object?>.Shared.Rent((int)Math.Min(_inRow.Length * 2L, Array.MaxLength));
        _inRow.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<object?>.Shared.Return(_inRow, clearArray: true);
        _inRow = larger;
    }

    void CheckLimit()
    {
        if (Count >= max) throw TooMany();
    }

    PickleException TooMany() => new(PickleErrorKind.Limit, $"it remembers more than the {max:N0} objects of PickleLimits.MaxMemo");
}
