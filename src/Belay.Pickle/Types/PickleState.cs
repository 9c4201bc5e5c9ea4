namespace Belay.Pickling;

/// <summary>What an object is given after it was made: mostly its attributes by name.</summary>
public readonly struct PickleState
{
    readonly Loading _loading;
    readonly PyDict? _attributes;
    readonly PyDict? _slots;
    readonly List<object?>? _fields;

    internal PickleState(Loading loading, object? value)
    {
        (_loading, Value) = (loading, value);
        switch (value)
        {
            case PyDict attributes:
                _attributes = attributes;
                break;
            case PyTuple { Count: 2 } pair when pair[0] is null or PyDict && pair[1] is PyDict:     // of a class with __slots__
                (_attributes, _slots) = ((PyDict?)pair[0], (PyDict?)pair[1]);
                break;
            case List<object?> fields:      // of a frozen dataclass with slots
                _fields = fields;
                break;
        }
    }

    /// <summary>As it came.</summary>
    public object? Value { get; }

    /// <summary>How many attributes it has.</summary>
    public int Count => _fields?.Count ?? (_attributes?.Count ?? 0) + (_slots?.Count ?? 0);

    /// <summary>Gives an attribute its value, if the state has it. A state that is a list has its attributes by place.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">Its place among all attributes of the class.</param>
    /// <param name="attribute">Where it goes; untouched if the state does not have it.</param>
    /// <returns>How many were found: 0 or 1.</returns>
    /// <exception cref="PickleException">It is not of that type.</exception>
    public int Read<T>(string name, int place, ref T attribute)
    {
        object? value;
        if (_fields is not null)
        {
            if (place >= _fields.Count) return 0;
            value = _fields[place];
        }
        else if (!(_attributes is not null && _attributes.TryGetValue(name, out value)) && !(_slots is not null && _slots.TryGetValue(name, out value))) return 0;
        try
        {
            attribute = _loading.Convert<T>(value);
        }
        catch (PickleException error) when (error.Offset is null)
        {
            throw new PickleException(error.Kind, $"{name}: {error.Text}", inner: error);
        }
        return 1;
    }

    /// <summary>Says that all attributes have been read that there is a place for.</summary>
    /// <param name="found">How many of them the state had.</param>
    /// <param name="known">The names of all that there is a place for.</param>
    /// <exception cref="PickleException">The state has more, or is none.</exception>
    public void Done(int found, params ReadOnlySpan<string> known)
    {
        if (_attributes is null && _slots is null && _fields is null)
            throw new PickleException($"the state is neither a dict of attributes nor one of slots but {Describe.Value(Value)}");
        if (found == Count) return;
        foreach (var (name, _) in (_attributes ?? []).Concat(_slots ?? []))
        {
            if (name is not string text || !known.Contains(text))
                throw new PickleException($"there is no place for the attribute {name}. Add a property for it, or set IgnoreUnknown of [Picklable]");
        }
        throw new PickleException($"there are {known.Length} attributes, and the state has {Count}");
    }
}
