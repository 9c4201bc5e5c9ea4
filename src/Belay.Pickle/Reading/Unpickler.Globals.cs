using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <content>Classes, functions, and what they make.</content>
sealed partial class Unpickler
{
    /// <summary>The one of two lines of text: module and name.</summary>
    PickledGlobal Find(ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf((byte)'\n');
        return Find(Text.Utf8(lines[..end]), Text.Utf8(lines[(end + 1)..^1]));
    }

    PickledGlobal Find(string module, string name)
    {
        _loading.Charge(64 + (2L * (module.Length + name.Length)));
        if (_protocol < 3) (module, name) = Python2.ToPython3(module, name);
        if (_options.Types.Find(module, name) is { } known) return known;
        // The class around a registered one, of which protocols below 4 then get the attribute.
        if (_options.UnknownGlobals == UnknownGlobals.Keep || _options.Types.IsAround(module, name)) return new(module, name);
        throw new UnknownGlobalException(module, name, _offset);
    }

    void StackGlobal()
    {
        Need(2);
        if (_stack[_count - 2].Value is not string module || _stack[_count - 1].Value is not string name) throw Malformed("the name of a global is not a string");
        _count -= 2;
        Push(Find(module, name));
    }

    void Extension(int code)
    {
        if (_options.Extensions is null || !_options.Extensions.TryGetValue(code, out var global))
            throw new PickleException(PickleErrorKind.Missing, $"the extension code {code} is not in PickleOptions.Extensions");
        Push(Find(global.Module, global.Name));
    }

    void Reduce()
    {
        Need(2);
        if (_stack[_count - 1].Value is not PyTuple arguments) throw Malformed("what is called is not given a tuple");
        var callable = _stack[_count - 2].Value;
        var depth = DepthAround(_count - 2);
        var made = Call(callable, arguments);
        _count -= 2;
        Push(made, depth);
    }

    /// <summary>What the call would give. Only what is registered is called; of the rest it makes a note, if that is asked for.</summary>
    object? Call(object? callable, PyTuple arguments)
    {
        if (ReferenceEquals(callable, Known.GetAttribute)) return GetAttribute(arguments);
        if (ReferenceEquals(callable, Known.Reconstructor) && arguments is [var type, PickledGlobal root, var rest])
        {
            if (ReferenceEquals(root, Known.ObjectClass) && rest is null) return New(type, PyTuple.Empty, null);
            if (ReferenceEquals(root, Known.TupleClass) && rest is PyTuple items) return New(type, items, null);
        }
        if (ReferenceEquals(callable, Known.NewObject)) return arguments.Count > 0 ? New(arguments[0], PyTuple.Create(arguments.AsSpan()[1..]), null) : throw Malformed("there is no class to make an object of");
        if (ReferenceEquals(callable, Known.NewObjectWithKeywords))
        {
            return arguments is [var made, PyTuple positional, PyDict keywords]
                ? New(made, positional, keywords)
                : throw Malformed("there are no keyword arguments to make an object with");
        }
        return Make(callable, arguments, null, isNew: false);
    }

    object? New(object? type, PyTuple arguments, PyDict? keywords) => Make(type, arguments, keywords is { Count: > 0 } ? keywords : null, isNew: true);

    object? Make(object? callable, PyTuple arguments, PyDict? keywords, bool isNew)
    {
        _loading.Charge(64);
        if (callable is PickledGlobal { Constructor: { } constructor })
        {
            // Python takes an object's __new__ for it, and with it all arguments that __init__ would have had.
            return constructor(new(_loading, arguments, keywords));
        }
        if (_options.UnknownGlobals == UnknownGlobals.Keep) return new PickledObject(callable, arguments, isNew, keywords);
        throw callable is PickledGlobal global
            ? Malformed($"{global} is a value here, and cannot be called")
            : Malformed($"{Describe.Value(callable)} is called");
    }

    /// <summary>A class within another, as protocols below 4 name it.</summary>
    object? GetAttribute(PyTuple arguments)
    {
        if (arguments is [PickledGlobal around, string name]) return Find(around.Module, $"{around.Name}.{name}");
        if (_options.UnknownGlobals == UnknownGlobals.Keep) return new PickledObject(Known.GetAttribute, arguments);
        throw Malformed("an attribute is got of something that is no class");
    }

    void NewObject(bool hasKeywords)
    {
        var count = hasKeywords ? 3 : 2;
        Need(count);
        var keywords = hasKeywords ? _stack[_count - 1].Value as PyDict ?? throw Malformed("keyword arguments are not a dict") : null;
        if (_stack[_count - count + 1].Value is not PyTuple arguments) throw Malformed("what is made is not given a tuple");
        var depth = DepthAround(_count - count);
        var made = New(_stack[_count - count].Value, arguments, keywords);
        _count -= count;
        Push(made, depth);
    }

    /// <summary>As Python 1 wrote objects: a class, called with what is on the stack.</summary>
    void Instance(object? type, int from)
    {
        if (from < _floor) throw Malformed("the stack is empty");
        var depth = DepthAround(from);
        var arguments = PyTuple.Create(Values(from));
        _loading.Charge(56 + (8L * arguments.Count));
        // Without arguments Python makes one without __init__.
        var made = Make(type, arguments, null, isNew: arguments.Count == 0);
        _count = from;
        Push(made, depth);
    }

    void InstanceOnStack(int from)
    {
        if (from >= _count) throw Malformed("there is no class to make an object of");
        var type = _stack[from].Value;
        _stack.AsSpan((from + 1).._count).CopyTo(_stack.AsSpan(from));
        _count--;
        Instance(type, from);
    }

    void Build()
    {
        Need(2);
        var state = _stack[_count - 1].Value;
        Deepen(_count - 2, _count - 1);
        ref var target = ref _stack[_count - 2];
        switch (target.Value)
        {
            case PickledObject pickled:
                if (pickled.HasState) throw Malformed("an object is given its state twice");
                (pickled.State, pickled.HasState) = (state, true);
                break;
            case Guid:
                // Into the box that it is in, since the memo has that too. Boxes of values that pickles make are nobody else's.
                Unsafe.Unbox<Guid>(target.Value) = Builtins.MakeUuid(state);
                break;
            case { } other when _options.Types.Find(other.GetType()) is { } converter:
                converter.GiveState(other, new(_loading, state));
                break;
            case var other when state is not null:
                throw new PickleException($"{Describe.Value(other)} has attributes of its own, which have no place here");
        }
        _stack[--_count] = default;
    }

    void PersistentLoad(object? id)
    {
        if (_options.PersistentLoad is not { } load) throw new PickleException(PickleErrorKind.Missing, "it has a persistent id, and PickleOptions.PersistentLoad is not set");
        Push(load(id));
    }

    void NextBuffer()
    {
        if (_buffers is null || !_buffers.MoveNext()) throw new PickleException(PickleErrorKind.Missing, "it has more buffers outside than PickleOptions.Buffers gives");
        Push(_buffers.Current);
    }

    void ReadOnlyBuffer()
    {
        Need(1);
        if (_stack[_count - 1].Value is not PickleBuffer buffer) throw Malformed($"{Describe.Value(_stack[_count - 1].Value)} is to be read-only, and is no buffer");
        _stack[_count - 1].Value = buffer.AsReadOnly();
    }
}
