namespace Belay.Pickling;

/// <summary>A collections.defaultdict of Python's. Here a key that is not there is not added.</summary>
/// <param name="factory">What makes the values in Python, such as the class builtins.list; null for none.</param>
public sealed class PyDefaultDict(object? factory) : PyDict
{
    /// <summary>What makes the values in Python: a <see cref="PickledGlobal"/>, or null for none.</summary>
    public object? Factory { get; } = factory;
}
