using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>Python's equality and a hash that goes with it. Neither is to be run for ever, or into the end of the stack, by what a pickle has made.</summary>
static class Equality
{
    /// <summary>A graph of few tuples may hold each of them many times. From so many steps on, pairs that were compared are remembered.</summary>
    const int StepsWithoutMemo = 1000;

    [ThreadStatic]
    static int t_steps;

    [ThreadStatic]
    static int t_depth;

    [ThreadStatic]
    static HashSet<(object, object)>? t_equal;

    public static bool Compare(object? x, object? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null) return false;
        if (x is string text) return y is string other && text == other;
        if (x is long number && y is long otherNumber) return number == otherNumber;
        return x switch
        {
            PyTuple or PyFrozenSet => y.GetType() == x.GetType() && CompareDeeply(x, y),
            byte[] bytes => y is byte[] otherBytes && bytes.AsSpan().SequenceEqual(otherBytes),
            IPyKey => x.Equals(y),
            ValueType when Numeric.IsNumber(x) => Numeric.IsNumber(y) && Numeric.AreEqual(x, y),
            ValueType => x.Equals(y),
            _ => false,
        };
    }

    public static int Hash(object? item) => item switch
    {
        null => 0,
        string text => text.GetHashCode(),
        long number => KeyedHash.Of(number),
        byte[] bytes => KeyedHash.Of(bytes),
        IPyKey => item.GetHashCode(),
        ValueType when Numeric.IsNumber(item) => Numeric.Hash(item),
        DateTime time => KeyedHash.Of(time.Ticks),
        DateTimeOffset time => KeyedHash.Of(time.UtcTicks),
        DateOnly date => KeyedHash.Of(date.DayNumber),
        TimeOnly time => KeyedHash.Of(time.Ticks),
        TimeSpan time => KeyedHash.Of(time.Ticks),
        Guid guid => KeyedHash.Of(guid.ToByteArray()),
        ValueType => item.GetHashCode(),
        _ => RuntimeHelpers.GetHashCode(item),
    };

    static bool CompareDeeply(object x, object y)
    {
        if (x.GetHashCode() != y.GetHashCode()) return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (t_steps >= StepsWithoutMemo && (t_equal ??= new(PairComparer.Instance)).Contains((x, y))) return true;
        t_depth++;
        try
        {
            t_steps++;
            var equal = x is PyTuple tuple ? CompareItems(tuple, (PyTuple)y) : CompareSets((PyFrozenSet)x, (PyFrozenSet)y);
            if (equal && t_steps >= StepsWithoutMemo) (t_equal ??= new(PairComparer.Instance)).Add((x, y));
            return equal;
        }
        finally
        {
            if (--t_depth == 0) (t_steps, t_equal) = (0, null);
        }
    }

    static bool CompareItems(PyTuple x, PyTuple y)
    {
        if (x.Count != y.Count) return false;
        for (var i = 0; i < x.Count; i++)
        {
            if (!Compare(x[i], y[i])) return false;
        }
        return true;
    }

    static bool CompareSets(PyFrozenSet x, PyFrozenSet y)
    {
        if (x.Count != y.Count) return false;
        foreach (var item in x)
        {
            if (!y.Contains(item)) return false;
        }
        return true;
    }

    sealed class PairComparer : IEqualityComparer<(object, object)>
    {
        public static readonly PairComparer Instance = new();

        public bool Equals((object, object) x, (object, object) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((object, object) pair) => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
