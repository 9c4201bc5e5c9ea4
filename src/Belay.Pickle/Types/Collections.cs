using System.Runtime.InteropServices;

namespace Belay.Pickling;

/// <summary>Collections of a type, made of those that a pickle makes.</summary>
static class Collections
{
    public static List<T> MakeList<T>(object source, Loading loading)
    {
        if (loading.TryFind(source, out List<T> list)) return list;
        var count = Count(source, "list");
        loading.Charge(56 + (count * 8L));
        list = new(count);
        loading.Remember(source, list, () => Fill(list, source, loading));
        Fill(list, source, loading);
        return list;
    }

    public static T[] MakeArray<T>(object source, Loading loading)
    {
        if (loading.TryFind(source, out T[] array)) return array;
        var count = Count(source, "array");
        loading.Charge(24 + (count * 8L));
        array = new T[count];
        loading.Remember(source, array, fill: null);
        var index = 0;
        foreach (var item in Enumerate(source)) array[index++] = loading.Convert<T>(item);
        return array;
    }

    public static Deque<T> MakeDeque<T>(object source, Loading loading)
    {
        if (loading.TryFind(source, out Deque<T> deque)) return deque;
        var count = Count(source, "deque");
        loading.Charge(48 + (count * 16L));
        deque = source is Deque<object?> { MaxLength: { } maxLength } ? new(maxLength) : new();
        loading.Remember(source, deque, () => Fill(deque, source, loading));
        Fill(deque, source, loading);
        return deque;
    }

    public static HashSet<T> MakeSet<T>(object source, Loading loading)
    {
        if (loading.TryFind(source, out HashSet<T> set)) return set;
        loading.Charge(64 + (Count(source, "set") * 32L));
        set = [];
        loading.Remember(source, set, () => Fill(set, source, loading));
        Fill(set, source, loading);
        return set;
    }

    public static Dictionary<TKey, TValue> MakeDictionary<TKey, TValue>(object source, Loading loading) where TKey : notnull
    {
        if (loading.TryFind(source, out Dictionary<TKey, TValue> dictionary)) return dictionary;
        if (source is not PyDict dict) throw new PickleException($"{Describe.Value(source)} cannot be a dictionary");
        loading.Charge(80 + (dict.Count * 40L));
        dictionary = new(dict.Count);
        loading.Remember(source, dictionary, () => Fill(dictionary, dict, loading));
        Fill(dictionary, dict, loading);
        return dictionary;
    }

    /// <summary>The items of a tuple or list of that length.</summary>
    public static IReadOnlyList<object?> Items(object source, int count) =>
        source is PyTuple or List<object?> && source is IReadOnlyList<object?> items && items.Count == count
            ? items
            : throw new PickleException($"{Describe.Value(source)} cannot be a tuple of {count}");

    static void Fill<T>(List<T> list, object source, Loading loading)
    {
        list.Clear();
        if (source is List<object?> items)
        {
            foreach (var item in CollectionsMarshal.AsSpan(items)) list.Add(loading.Convert<T>(item));
            return;
        }
        foreach (var item in Enumerate(source)) list.Add(loading.Convert<T>(item));
    }

    static void Fill<T>(Deque<T> deque, object source, Loading loading)
    {
        deque.Clear();
        foreach (var item in Enumerate(source)) deque.AddLast(loading.Convert<T>(item));
    }

    static void Fill<T>(HashSet<T> set, object source, Loading loading)
    {
        set.Clear();
        foreach (var item in Enumerate(source)) set.Add(loading.Convert<T>(item));
    }

    static void Fill<TKey, TValue>(Dictionary<TKey, TValue> dictionary, PyDict source, Loading loading) where TKey : notnull
    {
        dictionary.Clear();
        for (var i = 0; i < source.Count; i++)
        {
            var key = loading.Convert<TKey>(source.KeyAt(i)) ?? throw new PickleException("the dict has the key None, which a Dictionary cannot have: ask for a PyDict");
            dictionary[key] = loading.Convert<TValue>(source.ValueAt(i));
        }
    }

    static int Count(object source, string target) => source switch
    {
        IReadOnlyCollection<object?> items when source is List<object?> or PyTuple or Deque<object?> or HashSet<object?> or PyFrozenSet => items.Count,
        _ => throw new PickleException($"{Describe.Value(source)} cannot be a {target}"),
    };

    static IEnumerable<object?> Enumerate(object source) => (IEnumerable<object?>)source;
}
