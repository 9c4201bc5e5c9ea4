namespace Belay;

/// <summary>
/// Reads the names that the C# compiler gives to what it makes of async methods, lambdas and local functions, and says what the
/// source calls them. It goes by the names alone: they survive trimming, which attributes do not.
/// </summary>
internal static class GeneratedNames
{
    /// <summary>A dotted path as it appears in a stack trace, with every part as in the source.</summary>
    internal static string Readable(string path)
    {
        var parts = Split(path);
        // Where the runtime could not put the async method itself in the place of its state machine.
        if (parts is [.., ['<', ..], "MoveNext"]) parts.RemoveAt(parts.Count - 1);
        return string.Join('.', parts.Where(part => !IsClosure(part)).Select(InSource));
    }

    /// <summary>Whether the path names a member of a type that is directly in the namespace, or one nested in such a type by the compiler.</summary>
    internal static bool IsMemberIn(string path, string @namespace)
    {
        var parts = Split(path);
        var generated = parts.FindIndex(part => part[0] == '<');
        var typeLength = generated < 0 ? parts.Count - 1 : generated;
        return typeLength == 2 && parts[0] == @namespace;
    }

    /// <summary>The parts between the dots that are not inside brackets: an explicit implementation has the interface's path in its name.</summary>
    static List<string> Split(string path)
    {
        var parts = new List<string>();
        for (var start = 0; start <= path.Length;)
        {
            var end = IndexOfOutside(path, start, '.');
            // A constructor's own dot leaves an empty part.
            if (end > start) parts.Add(path[start..end]);
            start = end + 1;
        }
        return parts;
    }

    static bool IsClosure(string part) => part.StartsWith("<>", StringComparison.Ordinal);

    static string InSource(string part)
    {
        part = part[..IndexOfOutside(part, 0, '`', '[')];
        if (part.Length == 0 || part[0] != '<') return part;
        var close = IndexOfOutside(part, 1, '>');
        if (close == part.Length) return part;
        var owner = part[1..close];
        var rest = part[(close + 1)..];
        return rest.Length == 0 ? Owner(owner) : rest[0] switch
        {
            'g' => $"{Owner(owner)}.{Between(rest, "__", '|')}",
            'b' => $"{Owner(owner)}.lambda",
            // A type that is local to a file.
            'F' => Between(rest, "__", '|'),
            _ => Owner(owner),
        };
    }

    /// <summary>The member that something was generated for, which may itself be generated. In a type's name a dash stands for a dot.</summary>
    static string Owner(string name)
    {
        for (int end; (end = IndexOfOutside(name, 0, '.', '-')) < name.Length;) name = name[(end + 1)..];
        return InSource(name);
    }

    static string Between(string text, string open, char close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        start = start < 0 ? 0 : start + open.Length;
        var end = text.IndexOf(close, start);
        return end < 0 ? text[start..] : text[start..end];
    }

    /// <summary>Where the first of the characters is that is not between angle brackets; the length if it is nowhere.</summary>
    static int IndexOfOutside(string text, int start, params ReadOnlySpan<char> characters)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (depth == 0 && characters.Contains(text[i])) return i;
            if (text[i] == '<') depth++;
            else if (text[i] == '>') depth--;
        }
        return text.Length;
    }
}
