using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Belay.Pickling;

/// <summary>Simple values as the types they can be without a loss.</summary>
static class Scalars
{
    public static bool TryConvert<T>(object value, [MaybeNullWhen(false)] out T result)
    {
        // Each of these is decided when the code is compiled for the type.
        object? converted = null;
        if (typeof(T) == typeof(int)) converted = Integer<int>(value);
        else if (typeof(T) == typeof(long)) converted = Integer<long>(value);
        else if (typeof(T) == typeof(double)) converted = value is double ? value : AsDouble(value);
        else if (typeof(T) == typeof(float)) converted = value is double number ? (float)number : (float?)AsDouble(value);
        else if (typeof(T) == typeof(decimal)) converted = AsDecimal(value);
        else if (typeof(T) == typeof(BigInteger)) converted = AsBigInteger(value);
        else if (typeof(T) == typeof(byte)) converted = Integer<byte>(value);
        else if (typeof(T) == typeof(short)) converted = Integer<short>(value);
        else if (typeof(T) == typeof(uint)) converted = Integer<uint>(value);
        else if (typeof(T) == typeof(ulong)) converted = Integer<ulong>(value);
        else if (typeof(T) == typeof(ushort)) converted = Integer<ushort>(value);
        else if (typeof(T) == typeof(sbyte)) converted = Integer<sbyte>(value);
        else if (typeof(T) == typeof(Int128)) converted = Integer<Int128>(value);
        else if (typeof(T) == typeof(UInt128)) converted = Integer<UInt128>(value);
        else if (typeof(T) == typeof(DateTime)) converted = value is DateTimeOffset time ? time.UtcDateTime : null;
        else if (typeof(T) == typeof(char)) converted = value is string { Length: 1 } text ? text[0] : null;
        else if (typeof(T) == typeof(Complex)) converted = AsDouble(value) is { } real ? (Complex)real : null;
        else if (typeof(T) == typeof(byte[])) converted = value is List<byte> list ? list.ToArray() : value is PickleBuffer buffer ? buffer.Memory.ToArray() : null;
        else if (typeof(T) == typeof(PyDecimal)) converted = value is decimal exact ? new PyDecimal(exact.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;
        result = converted is null ? default : (T)converted;
        return converted is not null;
    }

    static object? Integer<T>(object value) where T : struct, IBinaryInteger<T>
    {
        if (AsBigInteger(value) is not { } whole) return null;
        try
        {
            return value is long number ? T.CreateChecked(number) : T.CreateChecked(whole);
        }
        catch (OverflowException)
        {
            throw new PickleException($"the int {(value is long ? value : "")} does not go into a {typeof(T).Name}".Replace("  ", " ", StringComparison.Ordinal));
        }
    }

    static BigInteger? AsBigInteger(object value) => value switch
    {
        long number => number,
        BigInteger number => number,
        bool flag => flag ? BigInteger.One : BigInteger.Zero,
        _ => null,
    };

    static double? AsDouble(object value) => value switch
    {
        double number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        _ => null,
    };

    static decimal? AsDecimal(object value)
    {
        if (value is decimal number) return number;
        try
        {
            return AsBigInteger(value) is { } whole ? (decimal)whole : null;
        }
        catch (OverflowException)
        {
            throw new PickleException("the int does not go into a Decimal");
        }
    }
}
