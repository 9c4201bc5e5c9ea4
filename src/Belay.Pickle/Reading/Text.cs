using System.Globalization;
using System.Numerics;
using System.Text;

namespace Belay.Pickling;

/// <summary>What instructions have as text, most of them of protocol 0.</summary>
static class Text
{
    /// <summary>As Python's int() has it: reading more digits takes time that grows faster than they do.</summary>
    const int MaxDigits = 4300;

    /// <summary>UTF-8, in which halves of surrogate pairs may stand alone.</summary>
    public static string Utf8(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Ascii.IsValid(utf8)) return Encoding.Latin1.GetString(utf8);
        if (System.Text.Unicode.Utf8.IsValid(utf8)) return Encoding.UTF8.GetString(utf8);
        var text = new StringBuilder(utf8.Length);
        while (!utf8.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var used) == System.Buffers.OperationStatus.Done) text.Append(rune.ToString());
            else if (utf8 is [0xed, >= 0xa0 and <= 0xbf, >= 0x80 and <= 0xbf, ..])
            {
                text.Append((char)(0xd000 | ((utf8[1] & 0x3f) << 6) | (utf8[2] & 0x3f)));
                used = 3;
            }
            else throw Malformed("text is not in UTF-8");
            utf8 = utf8[used..];
        }
        return text.ToString();
    }

    public static string Ascii(ReadOnlySpan<byte> line) =>
        System.Text.Ascii.IsValid(Line(line)) ? Encoding.ASCII.GetString(Line(line)) : throw Malformed("a persistent id is not ASCII");

    public static long Index(ReadOnlySpan<byte> line) =>
        long.TryParse(Line(line), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw Malformed("an index of the memo is no number");

    /// <summary>A number, or a bool: 00 and 01.</summary>
    public static object Int(ReadOnlySpan<byte> line)
    {
        line = Line(line);
        if (line.SequenceEqual("00"u8)) return SmallInts.False;
        if (line.SequenceEqual("01"u8)) return SmallInts.True;
        return Number(line);
    }

    public static object Long(ReadOnlySpan<byte> line)
    {
        line = Line(line);
        return Number(line is [.. var digits, (byte)'L'] ? digits : line);
    }

    public static double Float(ReadOnlySpan<byte> line)
    {
        line = Line(line);
        if (double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return Encoding.Latin1.GetString(line).Trim().ToLowerInvariant() switch
        {
            "nan" or "+nan" or "-nan" => double.NaN,
            "inf" or "+inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => throw Malformed("a float is no number"),
        };
    }

    /// <summary>An int that fits is a long.</summary>
    public static object Shortest(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? (long)number : number;

    /// <summary>Latin-1 with \uXXXX and \UXXXXXXXX.</summary>
    public static string RawUnicode(ReadOnlySpan<byte> line)
    {
        line = Line(line);
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length || line[i + 1] is not ((byte)'u' or (byte)'U'))
            {
                text.Append((char)line[i]);
                // A backslash that is itself after a backslash begins nothing.
                if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '\\') text.Append((char)line[++i]);
                continue;
            }
            var digits = line[i + 1] == 'u' ? 4 : 8;
            if (line.Length - i - 2 < digits || !uint.TryParse(line.Slice(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10ffff)
                throw Malformed("text has an escape that is none");
            if (code > char.MaxValue) text.Append(new Rune(code).ToString());
            else text.Append((char)code);
            i += 1 + digits;
        }
        return text.ToString();
    }

    /// <summary>A string as repr() of Python 2 wrote it.</summary>
    public static byte[] Quoted(ReadOnlySpan<byte> line)
    {
        line = Line(line).TrimEnd(" \t\r"u8);
        if (line.Length < 2 || line[0] != line[^1] || line[0] is not ((byte)'\'' or (byte)'"')) throw Malformed("a string is not in quotes");
        line = line[1..^1];
        var bytes = new List<byte>(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\') bytes.Add(line[i]);
            else if (++i == line.Length) throw Malformed("a string ends in a backslash");
            else i += Unescape(line[i..], bytes);
        }
        return [.. bytes];
    }

    /// <summary>How many bytes it has more than one.</summary>
    static int Unescape(ReadOnlySpan<byte> escape, List<byte> bytes)
    {
        var simple = "\\'\"abfnrtv"u8.IndexOf(escape[0]);
        if (simple >= 0)
        {
            bytes.Add("\\'\"\a\b\f\n\r\t\v"u8[simple]);
            return 0;
        }
        if (escape[0] == 'x')
        {
            if (escape.Length < 3 || !byte.TryParse(escape[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) throw Malformed("a string has an escape that is none");
            bytes.Add(code);
            return 2;
        }
        if (escape[0] is >= (byte)'0' and <= (byte)'7')
        {
            int code = 0, length = 0;
            for (; length < 3 && length < escape.Length && escape[length] is >= (byte)'0' and <= (byte)'7'; length++) code = (code * 8) + escape[length] - '0';
            bytes.Add((byte)code);
            return length - 1;
        }
        bytes.Add((byte)'\\');
        bytes.Add(escape[0]);
        return 0;
    }

    static object Number(ReadOnlySpan<byte> digits)
    {
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)) return number;
        if (digits.Length > MaxDigits) throw new PickleException(PickleErrorKind.Limit, $"an int is written in more than {MaxDigits} digits");
        return BigInteger.TryParse(Encoding.Latin1.GetString(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? Shortest(whole)
            : throw Malformed("an int is no number");
    }

    static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> argument) => argument is [.. var line, (byte)'\n'] ? line : argument;

    static PickleException Malformed(string message) => new(PickleErrorKind.Malformed, message);
}
