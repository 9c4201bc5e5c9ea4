using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Belay.Pickling;

/// <summary>Which collections of .NET's are sets. There is no interface for that which does not name the type of the items.</summary>
static class SetKinds
{
    static readonly ConcurrentDictionary<Type, SetKind> _kinds = new();

    public static SetKind Of(Type type) => _kinds.GetOrAdd(type, static type =>
    {
        for (var kind = type; kind is not null; kind = kind.BaseType)
        {
            if (!kind.IsGenericType) continue;
            var generic = kind.GetGenericTypeDefinition();
            if (generic == typeof(HashSet<>) || generic == typeof(SortedSet<>)) return SetKind.Set;
            if (generic == typeof(FrozenSet<>) || generic == typeof(ImmutableHashSet<>) || generic == typeof(ImmutableSortedSet<>)) return SetKind.FrozenSet;
        }
        return SetKind.None;
    });
}
