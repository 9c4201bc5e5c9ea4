namespace Belay;

/// <summary>What a standard stream of a <see cref="Subprocess"/> is.</summary>
public enum SubprocessStream
{
    /// <summary>This process's own. asyncio: None.</summary>
    Inherit,

    /// <summary>A pipe, whose other end the <see cref="Subprocess"/> has. asyncio: PIPE.</summary>
    Pipe,

    /// <summary>Nothing: reading finds the end, what is written goes nowhere. Not on Windows. asyncio: DEVNULL.</summary>
    Null,

    /// <summary>Where the output goes; for the error stream only. Not on Windows. asyncio: STDOUT.</summary>
    Output,
}
