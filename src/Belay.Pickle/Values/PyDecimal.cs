using System.Globalization;

namespace Belay.Pickling;

/// <summary>A decimal.Decimal of Python's that <see cref="decimal"/> is not: with more digits, with an exponent, infinite or not a number.</summary>
/// <remarks>Decimals that <see cref="decimal"/> has, digit by digit, are loaded as that.</remarks>
/// <param name="Text">As str() of it gives in Python.</param>
public sealed record PyDecimal(string Text) : IPyKey
{
    /// <summary>As str() of it gives in Python.</summary>
    public override string ToString() => Text;

    /// <summary>The same number in the type that has it.</summary>
    internal static object Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : new PyDecimal(text);
}
