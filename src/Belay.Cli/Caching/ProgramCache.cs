using Microsoft.Win32.SafeHandles;

namespace Belay.Cli;

/// <summary>
/// Finds programs that have been compiled. The index says by what was asked for what it needs (<see cref="ProgramRecord"/>); the products lie apart, by
/// the hash of all that they were made from, and are never changed.
/// </summary>
static class ProgramCache
{
    internal const string AssemblyName = "program.dll";
    internal const string SymbolsName = "program.pdb";

    /// <summary>How exact the time of last use is. To note every use would write to the disk at every start.</summary>
    static readonly TimeSpan s_useIsNoted = TimeSpan.FromHours(1);

    /// <summary>Kept open, and so locked, while the program runs: what is in use is not removed.</summary>
    static SafeFileHandle? s_inUse;

    internal static string IndexFolder(string cache) => Path.Combine(cache, "index");

    internal static string ProductFolder(string cache) => Path.Combine(cache, "programs");

    internal static CompiledProgram? TryFind(RunRequest request)
    {
        if (CacheFolder.Path is not { } cache) return null;
        var key = ProgramRecord.KeyOf(request);
        var record = Path.Combine(IndexFolder(cache), ProgramRecord.FileNameOf(key));
        if (!File.Exists(record)) return null;
        try
        {
            if (ProgramRecord.Read(File.ReadAllBytes(record), key) is not var (product, program)) return null;
            var assembly = Path.Combine(ProductFolder(cache), product, AssemblyName);
            if (!File.Exists(assembly) || !HasAll(program)) return null;
            return Use(program with { AssemblyFile = assembly });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            // An input that has gone or cannot be read, or a record that is broken: to compile says what is the matter, or mends it.
            return null;
        }
    }

    /// <summary>Locks the product, and notes that it is of use.</summary>
    internal static CompiledProgram Use(CompiledProgram program)
    {
        s_inUse = File.OpenHandle(program.AssemblyFile, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (DateTime.UtcNow - File.GetLastWriteTimeUtc(s_inUse) > s_useIsNoted) NoteUse(program.AssemblyFile);
        return program;
    }

    static void NoteUse(string file)
    {
        try
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A cache that is only read from is as good; it just does not know what is used.
        }
    }

    static bool HasAll(CompiledProgram program)
    {
        foreach (var file in program.Libraries.Values)
            if (!File.Exists(file)) return false;
        foreach (var file in program.NativeLibraries.Values)
            if (!File.Exists(file)) return false;
        return true;
    }
}
