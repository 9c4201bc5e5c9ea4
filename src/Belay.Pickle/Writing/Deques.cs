using System.Collections;
using System.Collections.Concurrent;

namespace Belay.Pickling;

/// <summary>Deques of any items. Their maximum can be asked for only where the type of the items is known.</summary>
static class Deques
{
    static readonly ConcurrentDictionary<Type, Func<IEnumerable, int?>> _maxLengths = new();

    public static bool Is(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Deque<>);

    public static void Add<T>() => _maxLengths[typeof(Deque<T>)] = static deque => ((Deque<T>)deque).MaxLength;

    public static int? MaxLength(IEnumerable deque)
    {
        if (deque is Deque<object?> untyped) return untyped.MaxLength;
        PickleShapes.AddCommon();
        return _maxLengths.TryGetValue(deque.GetType(), out var maxLength)
            ? maxLength(deque)
            : throw new PickleException(PickleErrorKind.NotPicklable, "A Deque of that type of items has to be made known once: PickleShapes.AddDeque<…>()");
    }
}
