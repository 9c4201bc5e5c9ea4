using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Belay.Pickling;

/// <summary>Numbers of different types that are the same number.</summary>
static class Numeric
{
    public static bool IsNumber(object item) => item is bool or BigInteger or double or decimal or Complex or float || IsInteger(item);

    public static bool IsInteger(object item) => Type.GetTypeCode(item.GetType()) is >= TypeCode.SByte and <= TypeCode.UInt64 && item is not Enum
        || item is Int128 or UInt128 or nint or nuint;

    public static bool AreEqual(object x, object y)
    {
        if (x is double or float && y is double or float) return Convert.ToDouble(x, CultureInfo.InvariantCulture) == Convert.ToDouble(y, CultureInfo.InvariantCulture) || x.Equals(y);
        if (x is Complex || y is Complex) return AsComplex(x) is { } a && AsComplex(y) is { } b && a == b;
        if (AsInteger(x) is { } wholeX && AsInteger(y) is { } wholeY) return wholeX == wholeY;
        return x is decimal && y is decimal && x.Equals(y);
    }

    public static int Hash(object item) => AsInteger(item) switch
    {
        { } whole when whole >= long.MinValue && whole <= long.MaxValue => KeyedHash.Of((long)whole),
        { } whole => KeyedHash.Of(whole.ToByteArray()),
        null => item switch
        {
            decimal number => HashFraction(number),
            float number => KeyedHash.Of((double)number),
            Complex { Imaginary: 0 } number => KeyedHash.Of(number.Real),
            Complex number => HashCode.Combine(KeyedHash.Of(number.Real), KeyedHash.Of(number.Imaginary)),
            _ => KeyedHash.Of((double)item),
        },
    };

    /// <summary>Null if it has a fraction.</summary>
    public static BigInteger? AsInteger(object item) => item switch
    {
        long number => number,
        bool flag => flag ? BigInteger.One : BigInteger.Zero,
        int number => number,
        BigInteger number => number,
        double number => double.IsInteger(number) ? new BigInteger(number) : null,
        float number => float.IsInteger(number) ? new BigInteger(number) : null,
        decimal number => decimal.IsInteger(number) ? new BigInteger(number) : null,
        Complex { Imaginary: 0 } number => double.IsInteger(number.Real) ? new BigInteger(number.Real) : null,
        Complex => null,
        ulong number => number,
        Int128 number => number,
        UInt128 number => number,
        nint number => number,
        nuint number => number,
        IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
        _ => null,
    };

    static int HashFraction(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        // 1.10 and 1.1 are equal, and this takes the zero off.
        decimal.GetBits(number / 1.0000000000000000000000000000m, bits);
        return KeyedHash.Of(MemoryMarshal.AsBytes(bits));
    }

    static Complex? AsComplex(object item) => item switch
    {
        Complex number => number,
        double number => number,
        float number => number,
        decimal => null,
        _ => AsInteger(item) is { } whole ? (Complex)(double)whole : null,
    };
}
