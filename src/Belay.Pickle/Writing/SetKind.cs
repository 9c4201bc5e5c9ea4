namespace Belay.Pickling;

/// <summary>What kind of set of Python's a collection is.</summary>
enum SetKind
{
    None,
    Set,
    FrozenSet,
}
