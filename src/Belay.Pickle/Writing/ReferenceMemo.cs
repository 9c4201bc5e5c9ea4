using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>The number of each object that was written, by identity. A Dictionary with a comparer takes twice the time, and this is asked for every object.</summary>
sealed class ReferenceMemo
{
    const int FirstCapacity = 64;

    object?[] _objects = new object?[FirstCapacity];    // a power of two, at most half full
    int[] _indexes = new int[FirstCapacity];

    public int Count { get; private set; }

    /// <summary>Its number, or -1.</summary>
    public int Find(object value)
    {
        var objects = _objects;
        for (var place = RuntimeHelpers.GetHashCode(value); ; place++)
        {
            var found = objects[place & (objects.Length - 1)];
            if (ReferenceEquals(found, value)) return _indexes[place & (objects.Length - 1)];
            if (found is null) return -1;
        }
    }

    /// <summary>Gives it the next number. It must not have one.</summary>
    public int Add(object value)
    {
        if (Count * 2 >= _objects.Length) Grow();
        Place(value, Count);
        return Count++;
    }

    void Place(object value, int index)
    {
        var place = RuntimeHelpers.GetHashCode(value) & (_objects.Length - 1);
        while (_objects[place] is not null) place = (place + 1) & (_objects.Length - 1);
        _objects[place] = value;
        _indexes[place] = index;
    }

    void Grow()
    {
        var (objects, indexes) = (_objects, _indexes);
        _objects = new object?[objects.Length * 2];
        _indexes = new int[objects.Length * 2];
        for (var i = 0; i < objects.Length; i++)
        {
            if (objects[i] is { } value) Place(value, indexes[i]);
        }
    }
}
