using Microsoft.CodeAnalysis;
using Spectre.Console;

namespace Belay.Cli;

/// <summary>Shows what the compiler says: the place, the line as it is in the file, and a caret under it.</summary>
sealed class DiagnosticsWriter(IAnsiConsole console, IReadOnlyCollection<SourceModule> modules)
{
    const int TabWidth = 4;

    internal void Write(IEnumerable<Diagnostic> diagnostics)
    {
        // A copy of a using directive may have the same to say as the directive.
        var written = new HashSet<string>();
        var ordered = diagnostics.OrderBy(diagnostic => diagnostic.Location.GetMappedLineSpan().Path == SourceRewriter.Generated).ToArray();
        var hasOwn = ordered.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.GetMappedLineSpan().Path != SourceRewriter.Generated);
        foreach (var diagnostic in ordered)
        {
            var isGenerated = diagnostic.Location.GetMappedLineSpan().Path == SourceRewriter.Generated;
            if (isGenerated && (hasOwn || diagnostic.Severity < DiagnosticSeverity.Error)) continue;
            if (written.Add(diagnostic.ToString())) Write(diagnostic);
        }
    }

    void Write(Diagnostic diagnostic)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        var (word, colour) = isError ? ("error", "red") : ("warning", "yellow");
        var place = diagnostic.Location.GetMappedLineSpan();
        var start = place.StartLinePosition;
        if (place.Path is { Length: > 0 } path) console.Markup($"[bold]{Markup.Escape(Display.Path(path))}:{start.Line + 1}:{start.Character + 1}:[/] ");
        console.MarkupLine($"[bold {colour}]{word} {diagnostic.Id}:[/] {Markup.Escape(diagnostic.GetMessage())}");
        if (modules.FirstOrDefault(module => module.File == place.Path) is not { } source || start.Line >= source.Source.Lines.Count) return;
        var line = source.Source.Lines[start.Line].ToString();
        var number = $"{start.Line + 1,5} | ";
        console.MarkupLine($"[grey]{number}[/]{Markup.Escape(line.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal))}");
        var end = place.EndLinePosition.Line == start.Line ? place.EndLinePosition.Character : line.Length;
        var (from, to) = (Column(line, start.Character), Column(line, Math.Max(end, start.Character + 1)));
        console.MarkupLine($"[grey]{new string(' ', number.Length - 2)}|[/] {new string(' ', from)}[bold {colour}]^{new string('~', Math.Max(0, to - from - 1))}[/]");
    }

    /// <summary>Where a character stands once tabs are blanks.</summary>
    static int Column(string line, int character) =>
        character + (line.AsSpan(0, Math.Min(character, line.Length)).Count('\t') * (TabWidth - 1));
}
