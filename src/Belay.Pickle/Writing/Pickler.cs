using System.Diagnostics.CodeAnalysis;

namespace Belay.Pickling;

/// <summary>Writes what CPython's C pickler writes for the same objects, byte by byte: the same opcodes, batches, frames and numbers in the memo.</summary>
sealed partial class Pickler(PickleOptions options) : IDisposable
{
    readonly Output _output = new();
    readonly ReferenceMemo _memo = new();
    readonly Func<object, object?>? _persistentId = options.PersistentId;
    Step? _step;

    public Output Output => _output;

    public int Protocol { get; } = options.Protocol;

    /// <summary>Whether objects may be replaced one by one, so that collections have to ask for each item.</summary>
    public bool HasPersistentIds => _persistentId is not null;

    public void Dispose()
    {
        _output.Dispose();
        _memo.Dispose();
    }

    /// <summary>Writes it as a whole pickle, which is there until this is disposed of.</summary>
    public ReadOnlySpan<byte> Write(object? value)
    {
        _output.Write(Opcode.Proto, (byte)Protocol);
        if (Protocol >= 4) _output.BeginFraming();
        Save(value);
        // A step that begins others is not done; those are before it then.
        while (_step is { } step)
        {
            if (step.Run(this)) _step = step.Next;
        }
        _output.Write(Opcode.Stop);
        _output.EndFraming();
        return _output.Written;
    }

    /// <summary>Writes an object, or puts a step before all others that will.</summary>
    /// <returns>Whether it is written.</returns>
    public bool Save(object? value)
    {
        _output.Boundary();
        if (_persistentId is not null && value is not null && _persistentId(value) is { } id)
        {
            Begin(new PersistentIdStep(id));
            return false;
        }
        return SaveItself(value);
    }

    /// <summary>As <see cref="Save"/>, but not by a persistent id.</summary>
    public bool SaveItself(object? value)
    {
        switch (value)
        {
            case null:
                _output.Write(Opcode.None);
                return true;
            case string text:
                var index = _memo.FindOrAdd(text, out var isNew);
                if (isNew) WriteText(text, index);
                else WriteGet(index);
                return true;
            case long number:
                Write<long, LongForm>(number);
                return true;
            case int number:
                Write<int, IntForm>(number);
                return true;
            case double number:
                Write<double, DoubleForm>(number);
                return true;
            case bool flag:
                _output.Write(flag ? Opcode.NewTrue : Opcode.NewFalse);
                return true;
        }
        return TryRecall(value) || SaveOther(value);
    }

    public void Write(byte opcode) => _output.Write(opcode);

    public void Begin(Step step)
    {
        step.Next = _step;
        _step = step;
    }

    /// <summary>Remembers an object that has just been written.</summary>
    public void Remember(object value)
    {
        var index = _memo.FindOrAdd(value, out _);
        WritePut(index);
    }

    void WritePut(int index)
    {
        if (Protocol >= 4) _output.Write(Opcode.Memoize);
        else if (index <= byte.MaxValue) _output.Write(Opcode.BinPut, (byte)index);
        else _output.WriteUInt32(Opcode.LongBinPut, (uint)index);
    }

    /// <summary>Refers to an object that was written before.</summary>
    /// <returns>False if it was not.</returns>
    public bool TryRecall(object value)
    {
        var index = _memo.Find(value);
        if (index < 0) return false;
        WriteGet(index);
        return true;
    }

    void WriteGet(int index)
    {
        if (index <= byte.MaxValue) _output.Write(Opcode.BinGet, (byte)index);
        else _output.WriteUInt32(Opcode.LongBinGet, (uint)index);
    }

    public bool IsRemembered(object value) => _memo.Find(value) >= 0;

    [DoesNotReturn]
    public static void ThrowNotPicklable(object value) => throw new PickleException(
        PickleErrorKind.NotPicklable,
        $"Belay.Pickle does not know how to write a {value.GetType()}. Map it to a class of Python's: [Picklable(\"module.Class\")] on it, or a PickleConverter added to PickleOptions.Types");
}
