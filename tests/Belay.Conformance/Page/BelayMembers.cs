using System.Reflection;

namespace Belay.Conformance;

/// <summary>Finds what a counterpart names: "Coro", "Future&lt;T&gt;", "Coro.Run", or a type of .NET's with its namespace.</summary>
static class BelayMembers
{
    const BindingFlags Callable = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    public static bool Exist(string name) => FindType(name) is not null || FindMember(name);

    static bool FindMember(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && FindType(name[..dot]) is { } type && type.GetMember(name[(dot + 1)..], Callable).Any(IsCallable);
    }

    // Protected ones are for those who derive.
    static bool IsCallable(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        PropertyInfo property => property.GetMethod is { IsPublic: true },
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    static Type? FindType(string name)
    {
        var type = name.Replace("<T>", "`1", StringComparison.Ordinal);
        return type.StartsWith("System.", StringComparison.Ordinal)
            ? typeof(object).Assembly.GetType(type)
            : typeof(Coro).Assembly.GetExportedTypes().FirstOrDefault(exported => exported.FullName == $"Belay.{type}");
    }
}
