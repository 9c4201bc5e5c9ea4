using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay.Tests.Surface;

/// <summary>What an assembly shows to its users, as text in a fixed order: a head for each type, its members beneath it.</summary>
static class PublicSurface
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Describe(Assembly assembly) =>
        [.. assembly.GetExportedTypes()
            // Names that cannot be written are the compiler's own business.
            .Where(type => !type.FullName!.Contains('<'))
            .OrderBy(FullName, StringComparer.Ordinal)
            .SelectMany(Describe)];

    public static IEnumerable<string> Describe(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            var returned = TypeText.Of(invoke.ReturnType, invoke.ReturnParameter);
            return [$"delegate {returned} {FullName(type)}({MemberText.Parameters(invoke.GetParameters())}){Constraints(type)}"];
        }

        // The field that holds an enum's number is public and no one's concern.
        var members =
            from member in type.GetMembers(Declared)
            where member is not FieldInfo { IsSpecialName: true }
            let line = MemberText.Of(member)
            where line is not null
            select (member.Name, line);
        return [Head(type), .. members.OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.line, StringComparer.Ordinal).Select(member => $"    {member.line}")];
    }

    static string Head(Type type)
    {
        var ancestors = Ancestors(type).ToArray();
        var list = ancestors.Length == 0 ? "" : $" : {string.Join(", ", ancestors)}";
        return $"{Kind(type)} {FullName(type)}{list}{Constraints(type)}";
    }

    static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            return $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct";
        }

        var modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        return modifier + (type.GetMethod("<Clone>$", Declared) is null ? "class" : "record");
    }

    static IEnumerable<string> Ancestors(Type type)
    {
        if (type.IsEnum)
        {
            return [TypeText.Of(Enum.GetUnderlyingType(type))];
        }

        var named = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [TypeText.Of(parent)] : Array.Empty<string>();
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        return [.. named, .. type.GetInterfaces().Except(inherited).Where(contract => contract.IsVisible).Select(TypeText.Of).Order(StringComparer.Ordinal)];
    }

    static string FullName(Type type) => $"{type.Namespace}.{TypeText.Of(type)}";

    static string Constraints(Type type) => TypeText.Constraints(type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0));
}
