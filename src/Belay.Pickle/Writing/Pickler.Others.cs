using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <content>Everything that is remembered, by its type.</content>
sealed partial class Pickler
{
    readonly Dictionary<TimeSpan, PyTimeZone> _zones = [];

    bool SaveOther(object value)
    {
        switch (value)
        {
            case List<object?> list:
                return SaveList(list);
            case PyTuple tuple:
                return SaveTuple(tuple, tuple);
        }
        if (options.Types.Find(value.GetType()) is { } converter) return SaveReduction(value, converter.ReduceObject(value));
        switch (value)
        {
            case PyDict dict:
                return SavePyDict(dict);
            case byte[] bytes:
                return SaveBytes(bytes, bytes);
            case PickledGlobal global:
                return SaveGlobal(global);
            case PickledObject pickled:
                return SaveReduction(pickled, PickleReduction.Of(pickled));
            case List<byte> bytes:
                return SaveByteArray(bytes, [.. bytes]);
            case PickleBuffer buffer:
                return SaveBuffer(buffer);
            case PyTimeZone { Name: null } zone:
                return SaveZone(zone);
            case HashSet<object?> set:
                return SaveSet(set, set, set.Count);
            case PyFrozenSet set:
                return SaveFrozenSet(set, set);
            case BigInteger number:
                WriteInt(number);
                return true;
            case ReadOnlyMemory<byte> memory:
                return SaveBytes(value, memory.ToArray());
            case Memory<byte> memory:
                return SaveBytes(value, memory.ToArray());
            case char character:
                return SaveItself(character.ToString());
            case float number:
                return Save((double)number);
        }
        return value is ValueType ? SaveStruct(value) : SaveCollection(value);
    }

    bool SaveStruct(object value)
    {
        if (value is not Enum && Numeric.IsInteger(value))
        {
            WriteInt(Numeric.AsInteger(value)!.Value);
            return true;
        }
        if (value is ITuple tuple) return SaveTuple(value, tuple);
        return Reductions.Of(value, this) is { } reduction ? SaveReduction(value, reduction) : SaveCollection(value);
    }

    bool SaveCollection(object value)
    {
        if (Reductions.Of(value, this) is { } reduction) return SaveReduction(value, reduction);
        switch (value)
        {
            case ITuple tuple:
                return SaveTuple(value, tuple);
            case IDictionary dictionary:
                _output.Write(Opcode.EmptyDict);
                Remember(value);
                if (dictionary.Count == 0) return true;
                Begin(new DictionaryStep(dictionary));
                return false;
            case Array { Rank: > 1 }:
                break;
            case IList list:
                return SaveList(list);
            case IEnumerable items when SetKinds.Of(value.GetType()) is var kind and not SetKind.None:
                List<object?> set = [.. items];
                return kind == SetKind.Set ? SaveSet(value, set, set.Count) : SaveFrozenSet(value, set);
        }
        ThrowNotPicklable(value);
        return true;
    }

    bool SaveList(IList list)
    {
        _output.Write(Opcode.EmptyList);
        Remember(list);
        if (list.Count == 0 || (!HasPersistentIds && Numbers.TryWrite(_output, list))) return true;
        Begin(new ListStep(list));
        return false;
    }

    bool SaveTuple(object owner, ITuple tuple)
    {
        if (tuple.Length == 0)
        {
            _output.Write(Opcode.EmptyTuple);
            return true;
        }
        if (tuple.Length > 3) _output.Write(Opcode.Mark);
        Begin(new TupleStep(owner, tuple));
        return false;
    }

    bool SavePyDict(PyDict dict)
    {
        if (dict.GetType() != typeof(PyDict)) return SaveReduction(dict, Reductions.OfDict(dict));
        _output.Write(Opcode.EmptyDict);
        Remember(dict);
        if (dict.Count == 0) return true;
        Begin(new PyDictStep(dict));
        return false;
    }

    bool SaveSet(object owner, IEnumerable items, int count)
    {
        if (Protocol < 4) return SaveReduction(owner, PickleReduction.Call(Known.Set, new List<object?>([.. items])));
        _output.Write(Opcode.EmptySet);
        Remember(owner);
        Begin(new SetStep(items, count));
        return false;
    }

    bool SaveFrozenSet(object owner, IEnumerable items)
    {
        if (Protocol < 4) return SaveReduction(owner, PickleReduction.Call(Known.FrozenSet, new List<object?>([.. items])));
        _output.Write(Opcode.Mark);
        Begin(new FrozenSetStep(owner, items));
        return false;
    }

    bool SaveBytes(object owner, byte[] bytes)
    {
        if (Protocol < 3)
        {
            return SaveReduction(owner, bytes.Length == 0
                ? PickleReduction.Call(Known.Bytes)
                : PickleReduction.Call(Known.Encode, System.Text.Encoding.Latin1.GetString(bytes), "latin1"));
        }
        WriteBytes(owner, bytes);
        return true;
    }

    bool SaveByteArray(object owner, byte[] bytes)
    {
        if (Protocol < 5) return SaveReduction(owner, bytes.Length == 0 ? PickleReduction.Call(Known.ByteArray) : PickleReduction.Call(Known.ByteArray, bytes));
        WriteByteArray(owner, bytes);
        return true;
    }

    bool SaveBuffer(PickleBuffer buffer)
    {
        if (Protocol < 5) throw new PickleException(PickleErrorKind.NotPicklable, "a PickleBuffer needs protocol 5; write its bytes");
        if (options.TakeBuffer is { } take && take(buffer))
        {
            _output.Write(Opcode.NextBuffer);
            if (buffer.IsReadOnly) _output.Write(Opcode.ReadOnlyBuffer);
        }
        else if (buffer.IsReadOnly) WriteBytes(buffer, buffer.Memory.Span);
        else WriteByteArray(buffer, buffer.Memory.Span);
        return true;
    }

    /// <summary>The time zone of that offset: one object for all that have it, as in Python UTC is one.</summary>
    public PyTimeZone Zone(TimeSpan offset)
    {
        if (!_zones.TryGetValue(offset, out var zone)) _zones.Add(offset, zone = new(offset));
        return zone;
    }

    bool SaveZone(PyTimeZone zone)
    {
        _zones.TryAdd(zone.Offset, zone);
        zone = _zones[zone.Offset];
        return TryRecall(zone) || SaveReduction(zone, Dates.Reduce(zone, this));
    }

    bool SaveReduction(object owner, PickleReduction reduction)
    {
        if (reduction is { Keywords: not null } && Protocol < 4)
            reduction = PickleReduction.Call(Known.NewObjectWithKeywords, arguments: [reduction.Callable, reduction.Arguments, reduction.Keywords]);
        Begin(new ReductionStep(owner, reduction));
        return false;
    }
}
