namespace Belay.Pickling;

/// <summary>The attributes of an object, which in Python are a dict.</summary>
sealed class AttributesStep(string[] names, object?[] values) : DictStep(names.Length)
{
    int _index = -1;

    protected override object? Key => names[_index];

    protected override object? Value => values[_index];

    protected override void MoveNext() => _index++;
}
