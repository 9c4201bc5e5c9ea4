using System.Text;

namespace Belay.Cli;

/// <summary>
/// All that a program was made from, by content. It is compared with copies, not with hashes: sources are small, comparing is the fastest thing there is,
/// and what would compute a hash would have to be loaded first.
/// </summary>
sealed class ProgramInputs
{
    readonly SortedDictionary<string, (InputKind Kind, byte[] Content)> _inputs = new(StringComparer.Ordinal);

    internal void AddFile(string path, byte[] content) => _inputs[path] = (InputKind.File, content);

    internal void AddAbsent(string path) => _inputs.TryAdd(path, (InputKind.Absent, []));

    internal void AddFolder(string path) => _inputs[path] = (InputKind.Folder, Listing(path));

    internal void AddTree(string path)
    {
        _inputs[path] = (InputKind.Tree, TreeListing(path));
        foreach (var file in FilesBelow(path)) AddFile(file, File.ReadAllBytes(file));
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(_inputs.Count);
        foreach (var (path, (kind, content)) in _inputs)
        {
            writer.Write((byte)kind);
            writer.Write(path);
            writer.Write(content.Length);
            writer.Write(content);
        }
    }

    /// <summary>Whether what was written is what is there now.</summary>
    internal static bool AreAsWritten(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var kind = (InputKind)reader.ReadByte();
            var path = reader.ReadString();
            var content = reader.ReadBytes(reader.ReadInt32());
            var isSame = kind switch
            {
                InputKind.File => File.ReadAllBytes(path).AsSpan().SequenceEqual(content),
                InputKind.Absent => !File.Exists(path) && !Directory.Exists(path),
                InputKind.Tree => TreeListing(path).AsSpan().SequenceEqual(content),
                _ => Listing(path).AsSpan().SequenceEqual(content),
            };
            if (!isSame) return false;
        }
        return true;
    }

    static byte[] Listing(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var names = Directory.GetFiles(folder, "*.cs");
        Array.Sort(names, StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Join('\n', names));
    }

    static byte[] TreeListing(string folder)
    {
        var names = FilesBelow(folder);
        names.Sort(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Join('\n', names));
    }

    static List<string> FilesBelow(string folder)
    {
        var files = new List<string>(Directory.GetFiles(folder));
        foreach (var inner in Directory.GetDirectories(folder))
            if (Path.GetFileName(inner) is not ("bin" or "obj" or ['.', ..])) files.AddRange(FilesBelow(inner));
        return files;
    }
}
