using System.Globalization;
using System.Text;

namespace Belay.Pickling;

/// <summary>Values as Python's repr() shows them.</summary>
static class PythonText
{
    public static string Of(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var shown = new StringBuilder().Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var code = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i++) : text[i];
            Append(shown, code, quote);
        }
        return shown.Append(quote).ToString();
    }

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var shown = new StringBuilder("b").Append(quote);
        foreach (var value in bytes)
        {
            if (value < 0x7f) Append(shown, value, quote);
            else shown.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
        }
        return shown.Append(quote).ToString();
    }

    /// <summary>The fewest digits that are this number, with an exponent only for what is very large or small.</summary>
    public static string Of(double number)
    {
        if (double.IsNaN(number)) return "nan";
        if (double.IsInfinity(number)) return number > 0 ? "inf" : "-inf";
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = number == 0 ? 0 : int.Parse(text.AsSpan(text.IndexOf('E') + 1), CultureInfo.InvariantCulture);
        var mantissa = shortest.AsSpan();
        if (mantissa.IndexOf('E') is >= 0 and var end)
        {
            exponent = int.Parse(mantissa[(end + 1)..], CultureInfo.InvariantCulture);
            mantissa = mantissa[..end];
        }
        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0').TrimEnd('0');
        if (digits.Length == 0) digits = "0";
        return (double.IsNegative(number) ? "-" : "") + exponent switch
        {
            < -4 or >= 16 => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}",
            < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => $"{digits.PadRight(exponent + 1, '0')}.0",
            _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    static void Append(StringBuilder shown, int code, char quote)
    {
        switch (code)
        {
            case '\\':
                shown.Append("\\\\");
                break;
            case '\n':
                shown.Append("\\n");
                break;
            case '\r':
                shown.Append("\\r");
                break;
            case '\t':
                shown.Append("\\t");
                break;
            case var _ when code == quote:
                shown.Append('\\').Append(quote);
                break;
            case var _ when IsPrintable(code):
                shown.Append(char.ConvertFromUtf32(code));
                break;
            case <= 0xff:
                shown.Append(CultureInfo.InvariantCulture, $"\\x{code:x2}");
                break;
            case <= 0xffff:
                shown.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
                break;
            default:
                shown.Append(CultureInfo.InvariantCulture, $"\\U{code:x8}");
                break;
        }
    }

    static bool IsPrintable(int code) => code == ' ' || (CharUnicodeInfo.GetUnicodeCategory(code) is
        not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator));
}
