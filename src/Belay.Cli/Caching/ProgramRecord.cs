namespace Belay.Cli;

/// <summary>
/// A file of the cache's index: what was asked for, what it was made from, what came of it. It is written whole and renamed into place, so that who reads it
/// finds all of one or nothing.
/// </summary>
static class ProgramRecord
{
    static readonly Dictionary<string, string> s_noNames = [];

    /// <summary>Another version of this command, of Belay or of .NET compiles anew. Numbers, because to make text of them is what takes time.</summary>
    static byte[] Stamp()
    {
        var stamp = new byte[3 * 16];
        typeof(ProgramRecord).Module.ModuleVersionId.TryWriteBytes(stamp);
        typeof(Coro).Module.ModuleVersionId.TryWriteBytes(stamp.AsSpan(16));
        typeof(object).Module.ModuleVersionId.TryWriteBytes(stamp.AsSpan(32));
        return stamp;
    }

    internal static string KeyOf(RunRequest request) =>
        $"{Environment.CurrentDirectory}\n{(request.IsModule ? "-m " : "")}{request.Target}\n{(request.IsDebug ? "debug" : "")}";

    /// <summary>A name for the record. Two keys may share it: the key itself is in the record.</summary>
    internal static string FileNameOf(string key)
    {
        var hash = 14695981039346656037;        // FNV-1a
        foreach (var character in key) hash = (hash ^ character) * 1099511628211;
        return hash.ToString("x16", null);
    }

    internal static byte[] Write(string key, string product, ProgramInputs inputs, CompiledProgram program)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(product);
        writer.Write(Stamp());
        writer.Write(key);
        inputs.Write(writer);
        writer.Write(program.EntryFile);
        Write(writer, program.Libraries);
        Write(writer, program.NativeLibraries);
        Write(writer, program.RuntimeOptions);
        return bytes.ToArray();
    }

    /// <summary>What it says of a program; null if that is not of today's inputs.</summary>
    internal static CompiledProgram? Read(byte[] record, string key, string productFolder)
    {
        using var reader = new BinaryReader(new MemoryStream(record));
        var product = reader.ReadString();
        var stamp = Stamp();
        if (!reader.ReadBytes(stamp.Length).AsSpan().SequenceEqual(stamp) || reader.ReadString() != key || !ProgramInputs.AreAsWritten(reader)) return null;
        return new CompiledProgram
        {
            AssemblyFile = Path.Combine(productFolder, product, ProgramCache.AssemblyName),
            EntryFile = reader.ReadString(),
            Libraries = ReadNames(reader),
            NativeLibraries = ReadNames(reader),
            RuntimeOptions = ReadNames(reader),
        };
    }

    /// <summary>Which product it leads to.</summary>
    internal static string ProductOf(Stream record)
    {
        using var reader = new BinaryReader(record);
        return reader.ReadString();
    }

    static void Write(BinaryWriter writer, IReadOnlyDictionary<string, string> names)
    {
        writer.Write(names.Count);
        foreach (var (name, value) in names)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    static Dictionary<string, string> ReadNames(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count == 0 ? s_noNames : ReadNames(reader, count);       // apart: most records have none, and so never compile the rest
    }

    static Dictionary<string, string> ReadNames(BinaryReader reader, int count)
    {
        var names = new Dictionary<string, string>(count);
        for (; count > 0; count--) names.Add(reader.ReadString(), reader.ReadString());
        return names;
    }
}
