namespace Belay.Pickling;

/// <summary>Maps a class of .NET to one of Python's. Derive from <see cref="PickleConverter{T}"/>, or have one generated: <see cref="PicklableAttribute"/>.</summary>
public abstract class PickleConverter
{
    private protected PickleConverter(Type type, string module, string name)
    {
        Type = type;
        Global = new(module, name, MakeObject);
    }

    /// <summary>The class of .NET.</summary>
    public Type Type { get; }

    /// <summary>Python's.</summary>
    public PickledGlobal Global { get; }

    internal abstract object MakeObject(PickleArguments arguments);

    internal abstract void GiveState(object instance, PickleState state);

    internal abstract void GiveItem(object instance, object? item);

    internal abstract void GivePair(object instance, object? key, object? value);

    internal abstract PickleReduction ReduceObject(object value);
}
