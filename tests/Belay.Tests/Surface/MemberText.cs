using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay.Tests.Surface;

/// <summary>One line for a member that users of the assembly can see; null for one that they cannot.</summary>
static class MemberText
{
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsVisible(constructor) ? OfConstructor(constructor) : null,
        MethodInfo method => IsVisible(method) && !IsImplied(method) ? OfMethod(method) : null,
        PropertyInfo property => OfProperty(property),
        EventInfo @event => IsVisible(@event.AddMethod!) ? $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!)} {@event.Name}" : null,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly ? OfField(field) : null,
        _ => null,
    };

    /// <summary>The parameters in order, with everything a call can depend on: their names, their defaults, how they are passed.</summary>
    public static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // Accessors are told with their property or event, and what the compiler adds to a record with the word "record".
    static bool IsImplied(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    static string OfConstructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())})";

    static string OfMethod(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var list = generics.Length == 0 ? "" : $"<{string.Join(", ", generics.Select(TypeText.Of))}>";
        return $"{Modifiers(method)}{Returned(method)} {method.Name}{list}({Parameters(method.GetParameters())}){TypeText.Constraints(generics)}";
    }

    static string? OfProperty(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        if (accessors.Length == 0)
        {
            return null;
        }

        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{Parameters(index)}]";
        var widest = accessors.MinBy(accessor => accessor.IsPublic ? 0 : 1)!;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var list = accessors.Select(accessor => $"{(widest.IsPublic ? Access(accessor) : "")}{Accessor(accessor)}; ");
        return $"{Modifiers(widest)}{required}{TypeText.Of(property.PropertyType, property)} {name} {{ {string.Concat(list)}}}";
    }

    static string Accessor(MethodInfo accessor) =>
        accessor.ReturnType != typeof(void) ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init"
        : "set";

    static string OfField(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        }

        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? $" = {Constant(field.GetRawConstantValue(), field.FieldType)}" : "";
        return $"{(field.IsPublic ? "" : "protected ")}{kind}{TypeText.Of(field.FieldType, field)} {field.Name}{value}";
    }

    static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    static string Modifiers(MethodInfo method)
    {
        var isOverride = method.GetBaseDefinition() != method;
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true, IsAbstract: true } => "",
            { IsAbstract: true } => isOverride ? "abstract override " : "abstract ",
            { IsVirtual: true, IsFinal: false } => isOverride ? "override " : "virtual ",
            _ when isOverride => "sealed override ",
            _ => "",
        };
        // In a readonly struct every member is, and the head of the type says so.
        var isReadOnly = method.IsDefined(typeof(IsReadOnlyAttribute)) && !method.DeclaringType!.IsDefined(typeof(IsReadOnlyAttribute));
        return Access(method) + kind + (isReadOnly ? "readonly " : "");
    }

    static string Returned(MethodInfo method)
    {
        var place = method.ReturnParameter;
        var reference = !method.ReturnType.IsByRef ? "" : place.IsDefined(typeof(IsReadOnlyAttribute)) ? "ref readonly " : "ref ";
        return reference + TypeText.Of(method.ReturnType, place);
    }

    static string Parameter(ParameterInfo parameter)
    {
        // The project's own attributes change what a call means; the compiler's and the trimmer's do not.
        var marks = parameter.GetCustomAttributes()
            .Select(attribute => attribute.GetType())
            .Where(type => type.IsVisible && type.Namespace?.StartsWith(nameof(Belay), StringComparison.Ordinal) == true)
            .Select(type => $"[{type.Name[..^nameof(Attribute).Length]}] ");
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var passing = !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsDefined(typeof(RequiresLocationAttribute)) ? "ref readonly "
            : parameter.IsIn ? "in "
            : "ref ";
        var receiver = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var value = parameter.HasDefaultValue ? $" = {Constant(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{string.Concat(marks)}{receiver}{(isParams ? "params " : "")}{passing}{TypeText.Of(parameter.ParameterType, parameter)} {parameter.Name}{value}";
    }

    static string Constant(object? value, Type type) => value switch
    {
        null when type.IsGenericParameter || type.IsValueType && Nullable.GetUnderlyingType(type) is null => "default",
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumeration => $"{TypeText.Of(enumeration)}.{Enum.ToObject(enumeration, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
