namespace Belay.Cli;

/// <summary>An import that led to files.</summary>
/// <param name="Modules">The files: one, or those of a folder.</param>
/// <param name="OpensAll">Whether it opens the namespaces of those, as `using a.b;` does; or has a name for something in one of them.</param>
sealed record Import(IReadOnlyList<SourceModule> Modules, bool OpensAll);
