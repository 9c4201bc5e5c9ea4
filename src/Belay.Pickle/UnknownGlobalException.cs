namespace Belay.Pickling;

/// <summary>A pickle names a class or function that is not registered, so nothing was built of it.</summary>
public sealed class UnknownGlobalException : PickleException
{
    internal UnknownGlobalException(string module, string name, long offset) : base(
        PickleErrorKind.UnknownGlobal,
        $"The pickle needs {module}.{name}, which is not registered. If you trust where it comes from, map the class: [Picklable(\"{module}.{name}\")] on yours, " +
        "or a PickleConverter added to PickleOptions.Types. To look at it without, set PickleOptions.UnknownGlobals to Keep",
        offset)
    {
        Module = module;
        Name = name;
    }

    /// <summary>The module it names.</summary>
    public string Module { get; }

    /// <summary>The name in it; with dots for what is within a class.</summary>
    public string Name { get; }
}
