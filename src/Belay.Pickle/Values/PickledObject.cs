namespace Belay.Pickling;

/// <summary>An object of a class that is not registered, as its pickle describes it: what would be called, with what, and what it would then be given.</summary>
/// <remarks>Loaded with <see cref="UnknownGlobals.Keep"/>. Written back, it is what it was.</remarks>
public sealed class PickledObject
{
    /// <summary>What <paramref name="callable"/>(*<paramref name="arguments"/>) would make.</summary>
    /// <param name="callable">The class or function: a <see cref="PickledGlobal"/>, or what the pickle computes it by.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="isNew">Whether it would be made by the class's __new__, without __init__, as most objects are.</param>
    /// <param name="keywords">Its keyword arguments, of __new__ only.</param>
    public PickledObject(object? callable, PyTuple arguments, bool isNew = false, PyDict? keywords = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (keywords is not null && !isNew) throw new ArgumentException("Only __new__ can be given keyword arguments by a pickle.", nameof(keywords));
        (Callable, Arguments, IsNew, Keywords) = (callable, arguments, isNew, keywords);
    }

    /// <summary>The class or function: a <see cref="PickledGlobal"/>, or what the pickle computes it by.</summary>
    public object? Callable { get; }

    /// <summary>What it would be called with.</summary>
    public PyTuple Arguments { get; }

    /// <summary>Whether it would be made by the class's __new__.</summary>
    public bool IsNew { get; }

    /// <summary>The keyword arguments; null if there are none.</summary>
    public PyDict? Keywords { get; }

    /// <summary>What would then be appended to it, as to a list; null if nothing.</summary>
    public List<object?>? Items { get; set; }

    /// <summary>What would then be set in it, as in a dict; null if nothing.</summary>
    public List<KeyValuePair<object?, object?>>? Pairs { get; set; }

    /// <summary>Its state: mostly a dict of its attributes.</summary>
    public object? State { get; set; }

    /// <summary>Whether it has a state; it may be None.</summary>
    public bool HasState { get; set; }

    /// <summary>What would be called.</summary>
    public override string ToString() => $"{Callable}(…)";
}
