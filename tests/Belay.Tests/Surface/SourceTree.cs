using System.Runtime.CompilerServices;

namespace Belay.Tests.Surface;

/// <summary>The files this build was made from. Found by where this source lies: the outputs of a build may lie anywhere.</summary>
static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Belay.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No Belay.slnx above {here}.");
    }
}
