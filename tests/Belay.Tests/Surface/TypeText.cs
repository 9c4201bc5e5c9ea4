using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay.Tests.Surface;

/// <summary>Types as C# writes them below their usings: keywords, tuples with the names of their elements, no namespaces.</summary>
static class TypeText
{
    static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Write(type, new Queue<string?>());

    /// <summary>As <see cref="Of(Type)"/>, with the tuple names that the compiler notes on the place where the type is used.</summary>
    public static string Of(Type type, ICustomAttributeProvider place)
    {
        var names = place.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false).Cast<TupleElementNamesAttribute>();
        return Write(type, new Queue<string?>(names.SelectMany(attribute => attribute.TransformNames)));
    }

    /// <summary>The clauses for parameters declared here, each with a blank before it; those of an enclosing type are left out.</summary>
    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters.Select(Constraint));

    static string Write(Type type, Queue<string?> names)
    {
        if (_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, names)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsByRef || type.IsPointer)
        {
            return Write(type.GetElementType()!, names) + (type.IsPointer ? "*" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying, names) + "?";
        }

        return type.IsGenericType && IsShortTuple(type) ? WriteTuple(type, names) : WriteNamed(type, names);
    }

    // The eighth element hides in a nested tuple; such types are written as what they are.
    static bool IsShortTuple(Type type) =>
        typeof(ITuple).IsAssignableFrom(type) && type.IsValueType && type.GetGenericArguments().Length is > 1 and < 8;

    static string WriteTuple(Type type, Queue<string?> names)
    {
        var elements = type.GetGenericArguments();
        // The compiler notes the names of a tuple before those of the tuples in it.
        var own = elements.Select(_ => names.TryDequeue(out var name) ? name : null).ToArray();
        return $"({string.Join(", ", elements.Zip(own, (element, name) => $"{Write(element, names)} {name}".TrimEnd()))})";
    }

    static string WriteNamed(Type type, Queue<string?> names)
    {
        var arguments = type.GetGenericArguments();
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var prefix = type.DeclaringType is { } outer
            ? WriteNamed(outer.IsGenericTypeDefinition ? outer.MakeGenericType(arguments[..inherited]) : outer, names) + "."
            : "";
        var own = arguments[inherited..];
        var list = own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(argument => Write(argument, names)))}>";
        return prefix + type.Name.Split('`')[0] + list;
    }

    static string Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isValue = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string?[] parts =
        [
            flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : null,
            isValue ? "struct" : null,
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of).Order(StringComparer.Ordinal),
            flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isValue ? "new()" : null,
            flags.HasFlag(GenericParameterAttributes.AllowByRefLike) ? "allows ref struct" : null,
        ];
        var list = string.Join(", ", parts.OfType<string>());
        return list.Length == 0 ? "" : $" where {parameter.Name} : {list}";
    }
}
