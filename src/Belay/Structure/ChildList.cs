using System.Buffers;

namespace Belay;

/// <summary>
/// The children of a group, in the order of their creation. One that is removed keeps its place until the list is full or
/// mostly holes: to write a reference costs more than all else that a short child needs here.
/// </summary>
internal struct ChildList
{
    const int MinLength = 16;

    static ArrayPool<Place<CoroTask>> Arrays => ArrayPool<Place<CoroTask>>.Shared;

    Place<CoroTask>[] _places;
    int _used;
    int _count;

    public ChildList() => _places = [];

    /// <summary>Whether none is left that has not been removed.</summary>
    internal readonly bool IsEmpty => _count == 0;

    internal readonly int Count => _count;

    internal void Add(CoroTask child)
    {
        _count++;
        var places = _places;
        if ((uint)_used < (uint)places.Length) places[_used++].Item = child;
        else AddToFull(child);
    }

    /// <summary>So many that are done.</summary>
    internal void Remove(int count)
    {
        _count -= count;
        if (_used >= MinLength && _count * 4 < _used) Compact();
    }

    internal readonly void CancelAll()
    {
        foreach (ref var place in _places.AsSpan(0, _used))
            if (!place.Item!.IsDone) place.Item.Cancel();
    }

    /// <summary>A copy.</summary>
    internal readonly List<CoroTask> GetLive()
    {
        var live = new List<CoroTask>(_count);
        foreach (ref var place in _places.AsSpan(0, _used))
            if (!place.Item!.IsDone) live.Add(place.Item);
        return live;
    }

    void AddToFull(CoroTask child)
    {
        if (_count <= _used / 2) Compact();
        if (_used == _places.Length)
        {
            var places = Arrays.Rent(Math.Max(MinLength, _used * 2));
            Array.Copy(_places, places, _used);
            Release();
            _places = places;
        }
        _places[_used++].Item = child;
    }

    /// <summary>The group has finished: the array is of use to the next.</summary>
    internal void Release()
    {
        _places.AsSpan(0, _used).Clear();
        if (_places.Length > 0) Arrays.Return(_places);
        _places = [];
    }

    /// <summary>Lets go of those that are done.</summary>
    void Compact()
    {
        var kept = 0;
        if (_count > 0)
            foreach (ref var place in _places.AsSpan(0, _used))
                if (!place.Item!.IsDone) _places[kept++] = place;
        _places.AsSpan(kept, _used - kept).Clear();
        _used = kept;
    }
}
