namespace Belay.Pickling;

/// <summary>A collections.OrderedDict of Python's. OrderedDictionary&lt;TKey, TValue&gt; is written as one too.</summary>
public sealed class PyOrderedDict : PyDict;
