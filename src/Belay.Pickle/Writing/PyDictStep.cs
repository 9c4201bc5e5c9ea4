namespace Belay.Pickling;

/// <summary>The pairs of a dict that was loaded.</summary>
sealed class PyDictStep(PyDict dict) : DictStep(dict.Count)
{
    int _index = -1;

    protected override object? Key => dict.KeyAt(_index);

    protected override object? Value => dict.ValueAt(_index);

    protected override void MoveNext() => _index++;
}
