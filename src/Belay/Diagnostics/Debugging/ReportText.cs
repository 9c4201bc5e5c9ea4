using System.Globalization;
using System.Text;

namespace Belay;

/// <summary>How the reports of debug mode look: what happened, and below it places in the code.</summary>
internal static class ReportText
{
    /// <summary>A title with places, one a line, each below the other. Nothing if there are none.</summary>
    internal static string Section(string title, IEnumerable<string> places)
    {
        var text = new StringBuilder();
        foreach (var place in places)
        {
            if (text.Length == 0) text.AppendLine().Append("  ").Append(title);
            text.AppendLine().Append("    at ").Append(place);
        }
        return text.ToString();
    }

    /// <summary>A span of time as a person says it.</summary>
    internal static string Duration(TimeSpan span) => span < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.##} s");

    internal static string Place(CoroFrame frame) => Place(frame.Method, frame.File, frame.Line);

    internal static string Place(string method, string? file, int? line) => file is null ? method : $"{method} in {file}:{line}";
}
