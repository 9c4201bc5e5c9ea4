using System.Buffers;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <content>The stack, its marks and the memo.</content>
sealed partial class Unpickler
{
    const int SlotSize = 16;
    const int FirstCapacity = 32;

    Slot[] _stack = ArrayPool<Slot>.Shared.Rent(FirstCapacity);
    int _count;
    int _floor;     // what lies below the last mark cannot be reached
    (int Slot, long Offset)[] _marks = new (int, long)[8];
    int _markCount;
    long _markOffset;   // where the last that was taken away was put

    void Push(object? value, int depth = 0)
    {
        if (_count == _stack.Length) GrowStack();
        _stack[_count++] = new(value, depth);
    }

    void PushMade(object value, int bytes)
    {
        _loading.Charge(bytes);
        Push(value, 1);
    }

    Slot Pop()
    {
        if (_count <= _floor)
        {
            // Python's own pickler takes a mark off the stack like that, when a tuple turns out to contain itself.
            if (_markCount == 0) throw Malformed("the stack is empty");
            _count = PopMark();
            return default;
        }
        return _stack[--_count];
    }

    object? PopValue()
    {
        Need(1);
        return _stack[--_count].Value;
    }

    /// <summary>Throws if there are not so many above the last mark.</summary>
    void Need(int count)
    {
        if (_count - _floor < count) throw Malformed("the stack is empty");
    }

    void Mark()
    {
        if (_markCount == _marks.Length)
        {
            _loading.Charge((long)SlotSize * _marks.Length);
            Array.Resize(ref _marks, _marks.Length * 2);
        }
        if (_markCount >= _options.Limits.MaxDepth) throw TooDeep();
        _marks[_markCount++] = (_count, _offset);
        _floor = _count;
    }

    /// <summary>Takes the last mark away.</summary>
    /// <returns>Where it was.</returns>
    int PopMark()
    {
        if (_markCount == 0) throw Malformed("there is no mark");
        (var slot, _markOffset) = _marks[--_markCount];
        _floor = _markCount == 0 ? 0 : _marks[_markCount - 1].Slot;
        return slot;
    }

    void Duplicate()
    {
        Need(1);
        Push(_stack[_count - 1].Value, _stack[_count - 1].Depth);
    }

    void Remember()
    {
        Need(1);
        _memo.Add(_stack[_count - 1].Value);
    }

    void Remember(long index)
    {
        Need(1);
        _memo.Set(index, _stack[_count - 1].Value);
    }

    void Recall(long index)
    {
        if (!_memo.TryGet(index, out var value)) throw Malformed($"nothing was remembered as {index}");
        // What is referred to again is not nested where it is referred to.
        Push(value);
    }

    /// <summary>How deep something is that has these slots in it.</summary>
    int DepthAround(int from)
    {
        var depth = 0;
        for (var i = from; i < _count; i++) depth = Math.Max(depth, _stack[i].Depth);
        return CheckDepth(depth + 1);
    }

    /// <summary>What is in that slot has got those from there on into it.</summary>
    void Deepen(int slot, int from) => _stack[slot].Depth = Math.Max(_stack[slot].Depth, DepthAround(from));

    int CheckDepth(int depth) => depth <= _options.Limits.MaxDepth ? depth : throw TooDeep();

    PickleException TooDeep() => Limit($"objects are nested deeper than the {_options.Limits.MaxDepth:N0} levels of PickleLimits.MaxDepth");

    [MethodImpl(MethodImplOptions.NoInlining)]
    void GrowStack()
    {
        _loading.Charge((long)SlotSize * _stack.Length);
        var larger = ArrayPool<Slot>.Shared.Rent(_stack.Length * 2);
        _stack.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<Slot>.Shared.Return(_stack, clearArray: true);
        _stack = larger;
    }
}
