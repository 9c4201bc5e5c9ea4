using System.Reflection;
using System.Runtime.Loader;

namespace Belay.Cli;

/// <summary>
/// Where a script's assemblies live: apart from this command's own, so that a script may use another version of the same library.
/// What it does not have, .NET and Belay, is this process's.
/// </summary>
sealed class ScriptContext(CompiledProgram program) : AssemblyLoadContext("script")
{
    internal Assembly LoadProgram()
    {
        if (program.AssemblyFile.Length > 0) return LoadFromAssemblyPath(program.AssemblyFile);
        using var symbols = new MemoryStream(program.Symbols);
        return LoadFromStream(new MemoryStream(program.Assembly), symbols);
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (program.Libraries.Count == 0) return null;
        var key = string.IsNullOrEmpty(name.CultureName) ? name.Name! : $"{name.CultureName}/{name.Name}";
        return program.Libraries.TryGetValue(key, out var file) ? LoadFromAssemblyPath(file) : null;
    }

    protected override nint LoadUnmanagedDll(string name)
    {
        if (program.NativeLibraries.Count == 0) return 0;
        foreach (var candidate in (ReadOnlySpan<string>)[name, $"{name}.so", $"lib{name}.so", $"lib{name}", $"{name}.dylib", $"lib{name}.dylib", $"{name}.dll"])
            if (program.NativeLibraries.TryGetValue(candidate, out var file)) return LoadUnmanagedDllFromPath(file);
        return 0;
    }
}
