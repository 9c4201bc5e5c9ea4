namespace Belay.Cli;

/// <summary>A program that can be run: its assembly, and what that needs beside Belay and .NET.</summary>
sealed record CompiledProgram
{
    /// <summary>The script's file.</summary>
    public required string EntryFile { get; init; }

    /// <summary>Where it is kept; empty if it is only in memory.</summary>
    public string AssemblyFile { get; init; } = "";

    public byte[] Assembly { get; init; } = [];

    public byte[] Symbols { get; init; } = [];

    /// <summary>Assemblies of packages and projects, by simple name; those for a culture as "de/Name.resources".</summary>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new Dictionary<string, string>();

    /// <summary>Native libraries, by file name.</summary>
    public IReadOnlyDictionary<string, string> NativeLibraries { get; init; } = new Dictionary<string, string>();

    /// <summary>What the project file of a program would have put into its runtimeconfig.json.</summary>
    public IReadOnlyDictionary<string, string> RuntimeOptions { get; init; } = new Dictionary<string, string>();
}
