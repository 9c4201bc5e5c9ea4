namespace Belay.Pickling;

/// <summary>The classes of Python's pathlib.</summary>
public enum PyPathKind
{
    /// <summary>That of the system it is loaded on.</summary>
    Path,

    /// <summary>Of a Unix.</summary>
    PosixPath,

    /// <summary>Of a Windows. Python loads it nowhere else.</summary>
    WindowsPath,

    /// <summary>Of the system it is loaded on, for computing alone.</summary>
    PurePath,

    /// <summary>Of a Unix, for computing alone.</summary>
    PurePosixPath,

    /// <summary>Of a Windows, for computing alone.</summary>
    PureWindowsPath,
}
