namespace Belay.Pickling;

/// <summary>A path of Python's pathlib. FileInfo and DirectoryInfo are written as one too.</summary>
/// <param name="Text">As str() of it gives in Python, or near it.</param>
/// <param name="Kind">Which of pathlib's classes.</param>
public sealed record PyPath(string Text, PyPathKind Kind = PyPathKind.Path) : IPyKey
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
