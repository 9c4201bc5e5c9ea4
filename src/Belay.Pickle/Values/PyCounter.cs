namespace Belay.Pickling;

/// <summary>A collections.Counter of Python's.</summary>
public sealed class PyCounter : PyDict;
