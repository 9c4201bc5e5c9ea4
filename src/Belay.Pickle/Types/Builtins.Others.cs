using System.Numerics;

namespace Belay.Pickling;

/// <content>Decimals, UUIDs and paths.</content>
static partial class Builtins
{
    static IEnumerable<PickledGlobal> PathClasses(string module) => Enum.GetValues<PyPathKind>().Select(kind =>
        new PickledGlobal(module, kind.ToString(), arguments => new PyPath(Join(arguments, kind is PyPathKind.WindowsPath or PyPathKind.PureWindowsPath ? '\\' : '/'), kind)));

    static object MakeDecimal(PickleArguments arguments)
    {
        arguments.Expect(1, 1);
        var text = arguments.Get<string>(0);
        return IsDecimal(text) ? PyDecimal.Parse(text) : throw new PickleException("there is no such Decimal");
    }

    // Digits with a point and an exponent, or one of Python's words. What else its class takes, it does not write.
    static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text is ['-' or '+', ..]) text = text[1..];
        foreach (var word in (ReadOnlySpan<string>)["NaN", "sNaN", "Infinity"])
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && !text[word.Length..].ContainsAnyExceptInRange('0', '9')) return true;
        }
        var exponent = text.IndexOf('E');
        if (exponent >= 0)
        {
            var digits = text[(exponent + 1)..];
            if (digits is ['-' or '+', ..]) digits = digits[1..];
            if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
            text = text[..exponent];
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        return whole.Length + fraction.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    static string Join(PickleArguments arguments, char separator)
    {
        var path = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            var part = arguments[i] switch
            {
                string text => text,
                PyPath other => other.Text,
                var other => throw new PickleException($"a path is made of strings, not of {Describe.Value(other)}"),
            };
            arguments.Loading.Charge(2L * (path.Length + part.Length));
            path = path.Length == 0 || part.StartsWith(separator) ? part
                : path.EndsWith(separator) ? path + part
                : $"{path}{separator}{part}";
        }
        return path;
    }

    /// <summary>A UUID is made without its number, which is its state.</summary>
    public static Guid MakeUuid(object? state)
    {
        if (state is not PyDict dict || !dict.TryGetValue("int", out var number)) throw new PickleException("the state of a UUID is a dict with its number");
        var whole = number switch
        {
            long given => given,
            BigInteger given => given,
            var other => throw new PickleException($"the number of a UUID is {Describe.Value(other)}"),
        };
        if (whole.Sign < 0 || whole >= BigInteger.One << 128) throw new PickleException("the number of a UUID has more than 128 bits");
        Span<byte> bytes = stackalloc byte[16];
        whole.TryWriteBytes(bytes, out var written, isUnsigned: true, isBigEndian: true);
        Span<byte> aligned = stackalloc byte[16];
        bytes[..written].CopyTo(aligned[(16 - written)..]);
        return new(aligned, bigEndian: true);
    }
}
