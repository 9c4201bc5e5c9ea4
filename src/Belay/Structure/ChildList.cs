namespace Belay;

/// <summary>The children of a group that are not done, in the order of their creation: linked through themselves.</summary>
internal struct ChildList
{
    CoroTask? _last;

    internal CoroTask? First { get; private set; }

    internal readonly bool IsEmpty => First is null;

    internal void Add(CoroTask child)
    {
        child.PreviousSibling = _last;
        if (_last is null) First = child;
        else _last.NextSibling = child;
        _last = child;
    }

    internal void Remove(CoroTask child)
    {
        if (child.PreviousSibling is null) First = child.NextSibling;
        else child.PreviousSibling.NextSibling = child.NextSibling;
        if (child.NextSibling is null) _last = child.PreviousSibling;
        else child.NextSibling.PreviousSibling = child.PreviousSibling;
        child.PreviousSibling = child.NextSibling = null;
    }
}
