namespace Belay.Pickling;

/// <summary>A class or function of Python's, by its name: as a value, and as what makes a <see cref="PickledObject"/>. Nothing is ever called by that name.</summary>
public sealed class PickledGlobal : IEquatable<PickledGlobal>, IPyKey
{
    /// <summary>The one of that name.</summary>
    public PickledGlobal(string module, string name) : this(module, name, null) { }

    internal PickledGlobal(string module, string name, Constructor? constructor)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        // A string of its own: a class may be called like its module, and Python then writes both.
        (Module, Name) = (module, new string(name.AsSpan()));
        Constructor = constructor;
    }

    /// <summary>The module, as in "collections".</summary>
    public string Module { get; }

    /// <summary>The name in it; with dots for what is within a class.</summary>
    public string Name { get; }

    /// <summary>What makes objects of it here; null if nothing does.</summary>
    internal Constructor? Constructor { get; }

    /// <inheritdoc/>
    public bool Equals(PickledGlobal? other) => other is not null && Module == other.Module && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PickledGlobal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Module, Name);

    /// <summary>module.name.</summary>
    public override string ToString() => $"{Module}.{Name}";
}
