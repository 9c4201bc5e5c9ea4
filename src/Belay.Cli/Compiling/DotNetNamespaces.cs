using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>The namespaces of .NET and of Belay.</summary>
sealed class DotNetNamespaces(BuildSettings settings)
{
    readonly INamespaceSymbol _global = CSharpCompilation.Create("namespaces", references: settings.References).GlobalNamespace;

    internal bool Has(string name)
    {
        INamespaceOrTypeSymbol? found = _global;
        foreach (var part in name.Split('.')) found = found?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        return found is not null;
    }
}
