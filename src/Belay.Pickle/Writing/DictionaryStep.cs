using System.Collections;

namespace Belay.Pickling;

/// <summary>The pairs of a dictionary of .NET's.</summary>
sealed class DictionaryStep(IDictionary dictionary) : DictStep(dictionary.Count)
{
    readonly IDictionaryEnumerator _pairs = dictionary.GetEnumerator();

    protected override object? Key => _pairs.Key;

    protected override object? Value => _pairs.Value;

    protected override void MoveNext() => _pairs.MoveNext();
}
