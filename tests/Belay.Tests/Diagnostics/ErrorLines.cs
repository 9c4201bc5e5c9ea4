using System.Text.RegularExpressions;

namespace Belay.Tests.Diagnostics;

/// <summary>What is written for an error, without what differs from one build to the next: folders and line numbers.</summary>
internal static class ErrorLines
{
    internal static string[] Of(Exception error)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ErrorText.Write(writer, error);
        return [.. writer.ToString().TrimEnd('\n').Split('\n').Select(line => Regex.Replace(line, @" in \S*[/\\](\w+\.cs):\d+$", " in $1"))];
    }
}
