using Microsoft.CodeAnalysis;

namespace Belay.Pickling.Generator;

/// <summary>What the generator complains of.</summary>
static class Rules
{
    const string Category = "Belay.Pickle";

    public static readonly DiagnosticDescriptor CannotBeMapped = new(
        "BELAYP001", "[Picklable] on a type that cannot be mapped", "{0} cannot be mapped to a class of Python's: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BaseIsElsewhere = new(
        "BELAYP002", "Attributes of a base class are left out", "{0} is derived from {1}, which is in another assembly: its properties are not in pickles", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
