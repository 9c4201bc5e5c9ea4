namespace Belay;

/// <summary>
/// An error as a person reads it, in the place of the runtime's crash dump: what happened, where in the source, what caused it; and
/// for several at once a tree, each with a stack of its own.
/// </summary>
internal static class ErrorText
{
    /// <summary>The limits that Python has for its groups: ten thousand children may fail for one reason.</summary>
    const int MaxWidth = 15;
    const int MaxDepth = 10;

    const string Rule = "----------------";

    internal static void Write(TextWriter writer, Exception error) => Write(writer, error, "", 1);

    /// <summary>Type and message, on one line.</summary>
    internal static string Line(Exception error) => string.Join(' ', Head(error));

    /// <summary>Writes the error and its causes. True if it ended with a tree, which draws its own last line.</summary>
    static bool Write(TextWriter writer, Exception error, string margin, int depth)
    {
        var cause = "";
        for (Exception? next = error; next is not null; next = next.InnerException)
        {
            if (next is AggregateException group) return WriteGroup(writer, group, cause, margin, depth);
            WriteHead(writer, margin, margin, cause, next);
            WriteStack(writer, margin, next);
            cause = "caused by ";
        }
        return false;
    }

    static bool WriteGroup(TextWriter writer, AggregateException group, string cause, string margin, int depth)
    {
        var atRoot = margin.Length == 0;
        if (atRoot) margin = "  | ";
        WriteHead(writer, atRoot ? "  + " : margin, margin, cause, group);
        WriteStack(writer, margin, group);
        if (depth > MaxDepth)
        {
            writer.WriteLine($"{margin}... nested more than {MaxDepth} deep");
            return false;
        }
        var indent = margin[..^2];
        var branch = indent + "+-";
        var closed = false;
        for (var i = 0; i < group.InnerExceptions.Count && i < MaxWidth; i++)
        {
            writer.WriteLine($"{branch}+{Rule} {i + 1} {Rule}");
            closed = Write(writer, group.InnerExceptions[i], indent + "  | ", depth + 1);
            branch = indent + "  ";
        }
        if (group.InnerExceptions.Count - MaxWidth is > 0 and var more)
        {
            writer.WriteLine($"{branch}+{Rule} ... {Rule}");
            writer.WriteLine($"{branch}| and {more} more");
            closed = false;
        }
        if (!closed) writer.WriteLine($"{branch}+{Rule}{Rule}---");
        return true;
    }

    static void WriteHead(TextWriter writer, string first, string margin, string cause, Exception error)
    {
        var lines = Head(error);
        writer.WriteLine(first + cause + lines[0]);
        foreach (var line in lines.AsSpan(1)) writer.WriteLine(margin + line);
    }

    static string[] Head(Exception error)
    {
        var type = TypeNames.Readable(error.GetType());
        var message = error.Message.TrimEnd();
        return message.Length == 0 ? [type] : $"{type}: {message}".ReplaceLineEndings("\n").Split('\n');
    }

    static void WriteStack(TextWriter writer, string margin, Exception error)
    {
        string? last = null;
        var repeated = 0;
        foreach (var frame in StackLines.Read(error.StackTrace))
        {
            // A recursion is as readable once.
            if (frame == last)
            {
                repeated++;
                continue;
            }
            WriteRepeated();
            writer.WriteLine($"{margin}  at {frame}");
            last = frame;
            repeated = 0;
        }
        WriteRepeated();

        void WriteRepeated()
        {
            if (repeated > 0) writer.WriteLine($"{margin}  ... {repeated} more of the same");
        }
    }
}
