using System.Runtime.InteropServices;

namespace Belay.Pickling;

/// <content>Tuples, lists, dicts and sets.</content>
sealed partial class Unpickler
{
    const int LeastGrowth = 4;

    ReadOnlySpan<Slot> From(int index) => _stack.AsSpan(index.._count);

    /// <summary>The slot before those: it gets what they have.</summary>
    int Target(int from) => from - 1 >= _floor ? from - 1 : throw Malformed("the stack is empty");

    void MakeTuple(int from)
    {
        if (from < _floor) throw Malformed("the stack is empty");
        if (from == _count)
        {
            Push(PyTuple.Empty, 1);
            return;
        }
        var depth = DepthAround(from);
        _loading.Charge(56 + (8L * (_count - from)));
        var tuple = PyTuple.Own(Values(from));
        _count = from;
        Push(tuple, depth);
    }

    object?[] Values(int from)
    {
        var slots = From(from);
        var values = new object?[slots.Length];
        for (var i = 0; i < values.Length; i++) values[i] = slots[i].Value;
        return values;
    }

    void MakeList(int from)
    {
        var depth = DepthAround(from);
        _loading.Charge(56 + (16L * (_count - from)));
        var list = new List<object?>(_count - from);
        AddRange(list, From(from));
        _count = from;
        Push(list, depth);
    }

    void MakeDict(int from)
    {
        var depth = DepthAround(from);
        var dict = new PyDict();
        SetItems(dict, From(from));
        _count = from;
        Push(dict, depth);
    }

    void MakeFrozenSet(int from)
    {
        var depth = DepthAround(from);
        _loading.Charge(96 + (48L * (_count - from)));
        var set = new PyFrozenSet(Values(from));
        _count = from;
        Push(set, depth);
    }

    void Append(int from)
    {
        var target = Target(from);
        if (from == _count) return;
        Deepen(target, from);
        _loading.Charge(16L * (_count - from));
        switch (_stack[target].Value)
        {
            case List<object?> list:
                AddRange(list, From(from));
                break;
            case Deque<object?> deque:
                foreach (ref readonly var slot in From(from)) deque.AddLast(slot.Value);
                break;
            case PickledObject pickled:
                foreach (ref readonly var slot in From(from)) (pickled.Items ??= []).Add(slot.Value);
                break;
            case { } other when _options.Types.Find(other.GetType()) is { } converter:
                foreach (ref readonly var slot in From(from)) converter.GiveItem(other, slot.Value);
                break;
            case var other:
                throw Malformed($"items are appended to {Describe.Value(other)}");
        }
        Drop(from);
    }

    void AddRange(List<object?> list, ReadOnlySpan<Slot> slots)
    {
        var count = list.Count;
        if (list.Capacity - count < slots.Length) list.Capacity = count + slots.Length + (count == 0 ? 0 : Spare(count, slots.Length));
        CollectionsMarshal.SetCount(list, count + slots.Length);
        var items = CollectionsMarshal.AsSpan(list)[count..];
        for (var i = 0; i < items.Length; i++) items[i] = slots[i].Value;
    }

    /// <summary>
    /// How many places a list gets beyond what it needs now. Arrays that are large enough are collected only with the oldest generation, so it should not grow
    /// in many steps, nor be half empty: after a full batch, the rest of the pickle is likely to be more of the same.
    /// </summary>
    int Spare(int count, int added)
    {
        if (added < Batch.Size) return LeastGrowth + (count / 4);
        var expected = added * Math.Max(0, _available - _offset) / Math.Max(1, _offset - _markOffset);
        var spare = (int)Math.Min(expected, 4L * count) + LeastGrowth;
        _loading.Charge(8L * spare);
        return spare;
    }

    void SetItems(int from)
    {
        var target = Target(from);
        if (from == _count) return;
        Deepen(target, from);
        var items = From(from);
        switch (_stack[target].Value)
        {
            case PyDict dict:
                SetItems(dict, items);
                break;
            case PickledObject pickled:
                CheckPairs(items);
                _loading.Charge(16L * items.Length);
                for (var i = 0; i < items.Length; i += 2) (pickled.Pairs ??= []).Add(new(items[i].Value, items[i + 1].Value));
                break;
            case { } other when _options.Types.Find(other.GetType()) is { } converter:
                CheckPairs(items);
                for (var i = 0; i < items.Length; i += 2) converter.GivePair(other, items[i].Value, items[i + 1].Value);
                break;
            case var other:
                throw Malformed($"keys are set in {Describe.Value(other)}");
        }
        Drop(from);
    }

    void SetItems(PyDict dict, ReadOnlySpan<Slot> items)
    {
        CheckPairs(items);
        _loading.Charge(32L * items.Length);
        dict.Reserve(items.Length / 2);
        for (var i = 0; i < items.Length; i += 2) dict[items[i].Value] = items[i + 1].Value;
    }

    static void CheckPairs(ReadOnlySpan<Slot> items)
    {
        if (items.Length % 2 != 0) throw Malformed("a key has no value");
    }

    void AddItems(int from)
    {
        var target = Target(from);
        Deepen(target, from);
        if (_stack[target].Value is not HashSet<object?> set) throw Malformed($"items are added to {Describe.Value(_stack[target].Value)}");
        _loading.Charge(48L * (_count - from));
        foreach (ref readonly var slot in From(from)) set.Add(slot.Value);
        Drop(from);
    }

    void Drop(int from)
    {
        // What nothing refers to any more need not stay until its place is taken again.
        _stack.AsSpan(from.._count).Clear();
        _count = from;
    }
}
