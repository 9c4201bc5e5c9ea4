namespace Belay.Pickling;

/// <summary>
/// The collections that <c>Loads&lt;T&gt;</c> and the attributes of classes can be. Those of the usual simple types are there; the generator adds those that your
/// classes have. What is left has to be said once, since code that is compiled ahead cannot make up types: <c>PickleShapes.AddList&lt;Point&gt;()</c>.
/// </summary>
public static class PickleShapes
{
    static PickleShapes() => CommonShapes.Add();

    /// <summary>Makes sure that the simple ones are there.</summary>
    internal static void AddCommon() { }

    /// <summary>List&lt;T&gt; and the interfaces it has, of a list, tuple, deque or set.</summary>
    public static void AddList<T>()
    {
        Shape<List<T>>.Make = Collections.MakeList<T>;
        Shape<IList<T>>.Make = Collections.MakeList<T>;
        Shape<ICollection<T>>.Make = Collections.MakeList<T>;
        Shape<IEnumerable<T>>.Make = Collections.MakeList<T>;
        Shape<IReadOnlyList<T>>.Make = Collections.MakeList<T>;
        Shape<IReadOnlyCollection<T>>.Make = Collections.MakeList<T>;
    }

    /// <summary>T[], of a list, tuple, deque or set. It cannot be part of a ring of references.</summary>
    public static void AddArray<T>() => Shape<T[]>.Make = Collections.MakeArray<T>;

    /// <summary>Deque&lt;T&gt;, of a list, tuple, deque or set. Of a deque it keeps the maximum.</summary>
    public static void AddDeque<T>()
    {
        Shape<Deque<T>>.Make = Collections.MakeDeque<T>;
        Deques.Add<T>();
    }

    /// <summary>HashSet&lt;T&gt; and the interfaces it has, of a set, frozenset, list or tuple.</summary>
    public static void AddSet<T>()
    {
        Shape<HashSet<T>>.Make = Collections.MakeSet<T>;
        Shape<ISet<T>>.Make = Collections.MakeSet<T>;
        Shape<IReadOnlySet<T>>.Make = Collections.MakeSet<T>;
    }

    /// <summary>Dictionary&lt;TKey, TValue&gt; and the interfaces it has, of a dict of any kind.</summary>
    public static void AddDictionary<TKey, TValue>() where TKey : notnull
    {
        Shape<Dictionary<TKey, TValue>>.Make = Collections.MakeDictionary<TKey, TValue>;
        Shape<IDictionary<TKey, TValue>>.Make = Collections.MakeDictionary<TKey, TValue>;
        Shape<IReadOnlyDictionary<TKey, TValue>>.Make = Collections.MakeDictionary<TKey, TValue>;
    }

    /// <summary>T?, of None or what T is made of.</summary>
    public static void AddNullable<T>() where T : struct => Shape<T?>.Make = static (value, loading) => loading.Convert<T>(value);

    /// <summary>A tuple of two, of a tuple or list.</summary>
    public static void AddTuple<T1, T2>() => Shape<(T1, T2)>.Make = static (value, loading) =>
    {
        var items = Collections.Items(value, 2);
        return (loading.Convert<T1>(items[0]), loading.Convert<T2>(items[1]));
    };

    /// <summary>A tuple of three, of a tuple or list.</summary>
    public static void AddTuple<T1, T2, T3>() => Shape<(T1, T2, T3)>.Make = static (value, loading) =>
    {
        var items = Collections.Items(value, 3);
        return (loading.Convert<T1>(items[0]), loading.Convert<T2>(items[1]), loading.Convert<T3>(items[2]));
    };

    /// <summary>A tuple of four, of a tuple or list.</summary>
    public static void AddTuple<T1, T2, T3, T4>() => Shape<(T1, T2, T3, T4)>.Make = static (value, loading) =>
    {
        var items = Collections.Items(value, 4);
        return (loading.Convert<T1>(items[0]), loading.Convert<T2>(items[1]), loading.Convert<T3>(items[2]), loading.Convert<T4>(items[3]));
    };

    internal static T Convert<T>(object? value, Loading loading)
    {
        if (value is null) return default(T) is null ? default! : throw Mismatch<T>(value);
        if (Scalars.TryConvert(value, out T? scalar)) return scalar!;
        if (Shape<T>.Make is { } make) return make(value, loading);
        throw Mismatch<T>(value);
    }

    static PickleException Mismatch<T>(object? value) => new(
        $"{Describe.Value(value)} cannot be a {TypeName(typeof(T))}" + (typeof(T).IsGenericType || typeof(T).IsArray ? $". If it should, add that type to PickleShapes: AddList<…>(), AddDictionary<…>()" : ""));

    static string TypeName(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : type.Name;
}
