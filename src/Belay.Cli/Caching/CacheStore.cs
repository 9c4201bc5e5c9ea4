using System.Security.Cryptography;

namespace Belay.Cli;

/// <summary>
/// Puts programs into the cache. Everything is written under a name of its own and renamed into place: two that compile the same at the same time
/// both succeed, and one that is killed half-way leaves only something for <see cref="CacheTidying"/>.
/// </summary>
static class CacheStore
{
    /// <summary>The program where it is kept now, and nothing to say; or the program as it was, and why it cannot be kept.</summary>
    internal static (CompiledProgram Program, string? Obstacle) Add(RunRequest request, ProgramInputs inputs, CompiledProgram program)
    {
        if (CacheFolder.Path is not { } cache) return (program, $"neither {CacheFolder.Variable} nor HOME is set");
        var key = ProgramRecord.KeyOf(request);
        try
        {
            Directory.CreateDirectory(ProgramCache.IndexFolder(cache));
            Directory.CreateDirectory(ProgramCache.ProductFolder(cache));
            // The same program however it was asked for.
            var product = Convert.ToHexStringLower(SHA256.HashData(ProgramRecord.Write(request.IsDebug ? "debug" : "", "", inputs, program)));
            var kept = program with { AssemblyFile = PutProduct(cache, product, program) };
            PutRecord(cache, ProgramRecord.FileNameOf(key), ProgramRecord.Write(key, product, inputs, program));
            ProgramCache.Use(kept);
            CacheTidying.Tidy(cache);
            return (kept, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (program, failure.Message);
        }
    }

    static string PutProduct(string cache, string name, CompiledProgram program)
    {
        var folder = Path.Combine(ProgramCache.ProductFolder(cache), name);
        var assembly = Path.Combine(folder, ProgramCache.AssemblyName);
        if (File.Exists(assembly) && File.ReadAllBytes(assembly).AsSpan().SequenceEqual(program.Assembly)) return assembly;
        var own = CacheTidying.OwnName(folder);
        Directory.CreateDirectory(own);
        File.WriteAllBytes(Path.Combine(own, ProgramCache.AssemblyName), program.Assembly);
        File.WriteAllBytes(Path.Combine(own, ProgramCache.SymbolsName), program.Symbols);
        // One that is there and differs has been broken from outside.
        if (Directory.Exists(folder) && !File.Exists(assembly)) Directory.Delete(folder, recursive: true);
        try
        {
            Directory.Move(own, folder);
        }
        catch (IOException) when (File.Exists(assembly))
        {
            // Another was faster; or what is there is broken, and its files are exchanged one by one.
            foreach (var file in Directory.GetFiles(own)) File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            Directory.Delete(own);
        }
        return assembly;
    }

    static void PutRecord(string cache, string name, byte[] record)
    {
        var file = Path.Combine(ProgramCache.IndexFolder(cache), name);
        var own = CacheTidying.OwnName(file);
        File.WriteAllBytes(own, record);
        File.Move(own, file, overwrite: true);
    }
}
