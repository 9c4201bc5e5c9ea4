namespace Belay.Cli;

/// <summary>How things are called in what is said to people.</summary>
static class Display
{
    /// <summary>A path as it would be typed here.</summary>
    internal static string Path(string path)
    {
        var current = Environment.CurrentDirectory;
        return path == current || SearchRoots.IsBelow(path, current) ? System.IO.Path.GetRelativePath(current, path) : path;
    }
}
