using System.Buffers;

namespace Belay;

/// <summary>
/// The children of a group, in the order of their creation. Those that have a strand are in a list. The others, mostly all of a crowd of short
/// ones, are counted only: to write a reference costs more than all else that such a child needs here. As long as they have not begun they are
/// in the ready queue, where they can be found if somebody asks.
/// </summary>
internal struct ChildList(EventLoop loop, TaskGroup group)
{
    const int MinLength = 16;

    static ArrayPool<Place<CoroTask>> Arrays => ArrayPool<Place<CoroTask>>.Shared;

    /// <summary>Those in the list. One that is removed keeps its place until the list is full or mostly holes.</summary>
    Place<CoroTask>[] _places = [];
    int _used;

    int _count;

    /// <summary>Those that are not in the list and have not begun are between these places of the ready queue.</summary>
    long _first, _last;

    bool _isAddingOutOfTurn;

    /// <summary>Whether none is left that has not been removed.</summary>
    internal readonly bool IsEmpty => _count == 0;

    internal readonly int Count => _count;

    /// <summary>One was created; if it has not begun, it is the last in the ready queue.</summary>
    internal void OnCreated()
    {
        _count++;
        var place = loop.LastAdded;
        if (loop.LastTaken >= _last) _first = Math.Max(_first, place);      // all before it have begun
        _last = place;
    }

    /// <summary>The first of those that had no strand has got one.</summary>
    internal void Add(CoroTask child)
    {
        if (_used == _places.Length) MakeRoom();
        _places[_used++].Item = child;
    }

    /// <summary>Another gets one. So all do, now and in order: where it belongs among them nobody could tell later.</summary>
    internal void AddOutOfTurn(CoroTask child)
    {
        if (_isAddingOutOfTurn) return;
        _isAddingOutOfTurn = true;
        var isAmongThem = false;
        foreach (var other in TasksToBegin())
        {
            if (other == child) isAmongThem = true;
            else other.Start(other.Strand!);
            Add(other);
        }
        if (!isAmongThem) Add(child);
        _first = loop.LastAdded + 1;    // up to here none is left: who comes next out of turn must not look at them again
        _isAddingOutOfTurn = false;
    }

    /// <summary>So many that are done.</summary>
    internal void Remove(int count)
    {
        _count -= count;
        if (_used >= MinLength && _count * 4 < _used) Compact();
    }

    /// <summary>A copy of those that are not done.</summary>
    internal readonly List<CoroTask> GetLive()
    {
        var live = new List<CoroTask>(_count);
        foreach (ref var place in _places.AsSpan(0, _used))
            if (!place.Item!.IsDone) live.Add(place.Item);
        live.AddRange(TasksToBegin());
        return live;
    }

    readonly IEnumerable<CoroTask> TasksToBegin()
    {
        var owner = group;
        return loop.TasksToBegin(_first, _last).Where(task => task.Owner == owner);
    }

    void MakeRoom()
    {
        if (_count <= _used / 2) Compact();
        if (_used < _places.Length) return;
        var places = Arrays.Rent(Math.Max(MinLength, _used * 2));
        Array.Copy(_places, places, _used);
        Release();
        _places = places;
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
        foreach (ref var place in _places.AsSpan(0, _used))
            if (!place.Item!.IsDone) _places[kept++] = place;
        _places.AsSpan(kept, _used - kept).Clear();
        _used = kept;
    }
}
