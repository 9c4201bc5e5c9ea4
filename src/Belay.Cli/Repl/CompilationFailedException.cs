using Microsoft.CodeAnalysis;

namespace Belay.Cli;

/// <summary>What was typed is no C#, or refers to what is not there.</summary>
sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors) : Exception
{
    internal IReadOnlyList<Diagnostic> Errors => errors;
}
