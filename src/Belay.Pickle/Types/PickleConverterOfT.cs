namespace Belay.Pickling;

/// <summary>Maps a class or struct of .NET to a class of Python's, both ways.</summary>
/// <remarks>
/// Loading makes the object by <see cref="Create(PickleArguments)"/>, at the moment the pickle does; others may refer to it from then on, it itself too, by its
/// state. So what can be part of a ring has to be a class that can be made empty. None of the methods may load or call what a pickle names.
/// </remarks>
/// <param name="module">Python's module.</param>
/// <param name="name">Python's class; with dots if it is within another.</param>
public abstract class PickleConverter<T>(string module, string name) : PickleConverter(typeof(T), module, name) where T : notnull
{
    /// <summary>Makes one of its arguments: of none, for most objects.</summary>
    protected abstract T Create(PickleArguments arguments);

    /// <summary>Gives it its state. Unless this is overridden, it has none.</summary>
    protected virtual void SetState(T instance, PickleState state) => throw new PickleException($"the converter of {Global} takes no state: override SetState");

    /// <summary>Appends an item to it, as to a list. Unless this is overridden, it takes none.</summary>
    protected virtual void AddItem(T instance, object? item) => throw new PickleException($"the converter of {Global} takes no items: override AddItem");

    /// <summary>Sets a value in it, as in a dict. Unless this is overridden, it takes none.</summary>
    protected virtual void SetItem(T instance, object? key, object? value) => throw new PickleException($"the converter of {Global} takes no pairs: override SetItem");

    /// <summary>Says how it is written.</summary>
    protected abstract PickleReduction Reduce(T value);

    internal sealed override object MakeObject(PickleArguments arguments) => Create(arguments) ?? throw new InvalidOperationException($"The converter of {Global} has made null.");

    internal sealed override void GiveState(object instance, PickleState state)
    {
        if (typeof(T).IsValueType) throw new PickleException($"{Global} is a struct here and can be given no state once it is made: make it a class");
        SetState((T)instance, state);
    }

    internal sealed override void GiveItem(object instance, object? item) => AddItem((T)instance, item);

    internal sealed override void GivePair(object instance, object? key, object? value) => SetItem((T)instance, key, value);

    internal sealed override PickleReduction ReduceObject(object value) => Reduce((T)value);
}
