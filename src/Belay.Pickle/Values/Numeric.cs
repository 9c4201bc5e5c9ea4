using System.Globalization;
using System.Numerics;

namespace Belay.Pickling;

/// <summary>Numbers of different types that are the same number.</summary>
static class Numeric
{
    // The hash of a number that somebody chose is not to be known beforehand.
    public static int HashInteger(long number) => HashCode.Combine(number);

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
        { } whole when whole >= long.MinValue && whole <= long.MaxValue => HashInteger((long)whole),
        { } whole => whole.GetHashCode(),
        null => item switch
        {
            decimal number => HashFraction((double)number),
            float number => HashFraction(number),
            Complex { Imaginary: 0 } number => Hash(number.Real),
            double number => HashFraction(number),
            _ => item.GetHashCode(),
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

    static int HashFraction(double number) => HashCode.Combine(number);

    static Complex? AsComplex(object item) => item switch
    {
        Complex number => number,
        double number => number,
        float number => number,
        decimal => null,
        _ => AsInteger(item) is { } whole ? (Complex)(double)whole : null,
    };
}
