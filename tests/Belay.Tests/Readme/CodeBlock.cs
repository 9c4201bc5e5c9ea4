namespace Belay.Tests.Readme;

/// <summary>A block of C# in a document.</summary>
/// <param name="Document">The document, seen from the root of the repository.</param>
/// <param name="Line">The number of the first line of code.</param>
/// <param name="IsFragment">It is compiled, not run: something in it is left to the reader.</param>
/// <param name="Given">Declarations that a fragment stands on and does not show.</param>
/// <param name="Output">What the document says it prints; null where it says nothing.</param>
/// <param name="Reported">The rules that it breaks on purpose.</param>
sealed record CodeBlock(string Document, int Line, string Code, bool IsFragment, string Given, string? Output, string Reported = "")
{
    public string Name => $"{Document}:{Line}";
}
