namespace Belay.Cli;

/// <summary>What of the disk a compilation depended on.</summary>
enum InputKind : byte
{
    /// <summary>A file, by its bytes.</summary>
    File = 1,

    /// <summary>A path where a file would have been found before the one that was.</summary>
    Absent = 2,

    /// <summary>A folder, by the names of the sources in it.</summary>
    Folder = 3,

    /// <summary>A folder with all below it but what builds leave there, by the names of all files; those are inputs themselves.</summary>
    Tree = 4,
}
