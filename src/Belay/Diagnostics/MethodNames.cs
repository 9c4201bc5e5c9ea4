using System.Reflection;

namespace Belay;

/// <summary>A method's name as a person writes it, with namespace and type; of an async method, lambda or local function the one in the source.</summary>
internal static class MethodNames
{
    internal static string Readable(MethodBase method)
    {
        if (method.DeclaringType is not { } type) return method.Name;
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        return GeneratedNames.Readable($"{(definition.FullName ?? definition.Name).Replace('+', '.')}.{method.Name}");
    }
}
