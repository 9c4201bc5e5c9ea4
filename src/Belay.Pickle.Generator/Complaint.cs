using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Pickling.Generator;

/// <summary>A diagnostic that can be compared, so that nothing is generated anew for an edit elsewhere.</summary>
sealed record Complaint(DiagnosticDescriptor Rule, string File, TextSpan Span, LinePositionSpan Lines, string Type, string Text)
{
    public static Complaint At(ISymbol symbol, DiagnosticDescriptor rule, string text)
    {
        var location = symbol.Locations[0];
        return new(rule, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span, symbol.Name, text);
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.Create(File, Span, Lines), Type, Text);
}
