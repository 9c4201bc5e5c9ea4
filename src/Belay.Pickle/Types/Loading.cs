using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>What one load has made and taken, shared by all who make something for it.</summary>
sealed class Loading(PickleLimits limits)
{
    readonly Dictionary<(object Source, Type Target), Conversion> _conversions = new(SameObjectAndType.Instance);
    long _memory;

    /// <summary>To be called before so many bytes are taken.</summary>
    public void Charge(long bytes)
    {
        if ((_memory += bytes) > limits.MaxMemory) ThrowTooMuch();
    }

    [DoesNotReturn]
    void ThrowTooMuch() =>
        throw new PickleException(PickleErrorKind.Limit, $"what it builds takes more memory than the {limits.MaxMemory:N0} bytes of PickleLimits.MaxMemory");

    /// <summary>The value as a type. The same collection is converted to the same type once.</summary>
    public T Convert<T>(object? value)
    {
        // The type of most numbers; what it is compared with is known when the code is compiled for it.
        if (typeof(T) == typeof(int) && value is long number && (int)number == number) return Unsafe.BitCast<int, T>((int)number);
        return value is T same ? same : PickleShapes.Convert<T>(value, this);
    }

    /// <summary>The collection that this source was converted to before, if it was.</summary>
    public bool TryFind<T>(object source, out T target)
    {
        var found = _conversions.TryGetValue((source, typeof(T)), out var conversion);
        target = found ? (T)conversion!.Target : default!;
        return found;
    }

    /// <summary>Remembers it. While the pickle goes on, the source may get more: then the target is filled anew at the end.</summary>
    /// <param name="source">What the pickle made.</param>
    /// <param name="target">What it becomes.</param>
    /// <param name="fill">Empties the target and fills it from the source; null if a target cannot be filled twice.</param>
    public void Remember<T>(object source, T target, Action? fill) where T : notnull
    {
        Charge(64);
        _conversions[(source, typeof(T))] = new(target, Size(source), fill);
    }

    /// <summary>The pickle is at its end: nothing grows any more.</summary>
    public void Finish()
    {
        // Filling one may convert others, which are complete by then.
        foreach (var ((source, target), conversion) in _conversions.ToArray())
        {
            if (Size(source) == conversion.Size) continue;
            if (conversion.Fill is null) throw new PickleException($"{Describe.Value(source)} is part of a ring of references, which a {target.Name} cannot be: use a List or a class");
            conversion.Fill();
        }
    }

    static int Size(object source) => source switch
    {
        List<object?> list => list.Count,
        PyDict dict => dict.Count,
        HashSet<object?> set => set.Count,
        Deque<object?> deque => deque.Count,
        _ => 0,
    };

    sealed record Conversion(object Target, int Size, Action? Fill);

    sealed class SameObjectAndType : IEqualityComparer<(object Source, Type Target)>
    {
        public static readonly SameObjectAndType Instance = new();

        public bool Equals((object Source, Type Target) x, (object Source, Type Target) y) => ReferenceEquals(x.Source, y.Source) && x.Target == y.Target;

        public int GetHashCode((object Source, Type Target) key) => HashCode.Combine(RuntimeHelpers.GetHashCode(key.Source), key.Target);
    }
}
