namespace Belay;

/// <summary>The strands that are alive, in the order of their beginning: linked through themselves, so that it costs no memory of its own.</summary>
internal sealed class StrandList
{
    TaskStrand? _last;

    internal TaskStrand? First { get; private set; }

    internal int Count { get; private set; }

    internal void Add(TaskStrand strand)
    {
        strand.Previous = _last;
        if (_last is null) First = strand;
        else _last.Next = strand;
        _last = strand;
        Count++;
    }

    internal void Remove(TaskStrand strand)
    {
        if (strand.Previous is null) First = strand.Next;
        else strand.Previous.Next = strand.Next;
        if (strand.Next is null) _last = strand.Previous;
        else strand.Next.Previous = strand.Previous;
        strand.Previous = strand.Next = null;
        Count--;
    }
}
