using System.Text;

namespace Belay;

/// <summary>
/// A stack trace without what the compiler and this library put into it. It works on the text, because an exception's text may be its
/// own, as a cancellation's is; a line that it cannot read it leaves as it is.
/// </summary>
internal static class StackLines
{
    const string At = "at ";
    const string Line = ":line ";

    // What of the BCL stands between a coroutine, or work on the thread pool, and the one that awaits it.
    static readonly string[] s_machinery =
    [
        "System.Runtime.ExceptionServices.",
        "System.Runtime.CompilerServices.",
        "System.Threading.ExecutionContext.",
        "System.Threading.Tasks.Task.InnerInvoke",
        "System.Threading.Tasks.Task.ExecuteWithThreadLocal",
    ];

    /// <summary>The frames, innermost first: "Namespace.Type.Method in file:line".</summary>
    internal static IEnumerable<string> Read(string? stackTrace)
    {
        foreach (var raw in (stackTrace ?? "").Split('\n'))
        {
            var line = raw.Trim();
            // The markers where a trace was continued begin with dashes.
            if (line.Length == 0 || line.StartsWith("---", StringComparison.Ordinal)) continue;
            if (!line.StartsWith(At, StringComparison.Ordinal)) yield return line;
            else if (ReadFrame(line[At.Length..]) is { } frame) yield return frame;
        }
    }

    /// <summary>The same for methods as the runtime's tracing calls them, up to the one that runs the loop's steps.</summary>
    internal static IEnumerable<string> OfMethods(IEnumerable<string> methods) => methods
        .TakeWhile(method => !method.StartsWith($"{nameof(Belay)}.{nameof(DebugChecks)}.{nameof(DebugChecks.RunStep)}", StringComparison.Ordinal))
        .Select(method => ReadFrame(WithoutArguments(method.Replace('+', '.'))))
        .OfType<string>();

    /// <summary>Leaves out type arguments, which would be taken for parts of the name.</summary>
    static string WithoutArguments(string method)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var character in method)
        {
            if (character == '[') depth++;
            if (depth == 0) text.Append(character);
            if (character == ']') depth--;
        }
        return text.ToString();
    }

    /// <summary>Null if the frame is no one's but the machinery's.</summary>
    static string? ReadFrame(string frame)
    {
        // Method[T](Type name) in file:line 1. Ahead-of-time code has "+ 0x1c" where others have the file, or just an address.
        var end = frame.IndexOfAny(['(', ' ']);
        if (end < 0) end = frame.Length;
        var method = frame[..end];
        if (GeneratedNames.IsMemberIn(method, nameof(Belay))) return null;
        var readable = GeneratedNames.Readable(method);
        return s_machinery.Any(prefix => readable.StartsWith(prefix, StringComparison.Ordinal)) ? null : readable + Place(frame[end..]);
    }

    static string Place(string rest)
    {
        var parameters = rest.IndexOf(')');
        var start = rest.IndexOf(" in ", parameters + 1, StringComparison.Ordinal);
        if (start < 0) return "";
        var place = rest[start..];
        var line = place.LastIndexOf(Line, StringComparison.Ordinal);
        return line < 0 ? place : $"{place[..line]}:{place[(line + Line.Length)..]}";
    }
}
