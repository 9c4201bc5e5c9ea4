namespace Belay;

/// <summary>How a <see cref="Subprocess"/> is started, and what becomes of it. asyncio: the arguments of create_subprocess_exec.</summary>
public sealed record SubprocessOptions
{
    internal static readonly SubprocessOptions Default = new();

    /// <summary>What it reads. Default: what this process reads. asyncio: stdin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="SubprocessStream.Output"/>.</exception>
    public SubprocessStream StandardInput { get; init => field = NotMerged(value); }

    /// <summary>Where its output goes. Default: where this process's goes. asyncio: stdout.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="SubprocessStream.Output"/>.</exception>
    public SubprocessStream StandardOutput { get; init => field = NotMerged(value); }

    /// <summary>Where its errors go. Default: where this process's go. asyncio: stderr.</summary>
    public SubprocessStream StandardError { get; init; }

    /// <summary>All the variables of its environment; null: those of this process. asyncio: env.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Where it is started, and what a program named with a directory is looked for from; null: where this process is. asyncio: cwd.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Whether it may outlive what it was started for: neither the <see cref="Subprocess"/>'s disposal nor the end of the loop kills it then. Default: false.
    /// </summary>
    public bool LeaveRunning { get; init; }

    /// <summary>How much its pipes buffer; null: as the defaults say. asyncio: limit.</summary>
    public StreamOptions? Streams { get; init; }

    static SubprocessStream NotMerged(SubprocessStream stream) => stream != SubprocessStream.Output
        ? stream
        : throw new ArgumentOutOfRangeException(nameof(stream), stream, "Only the error stream can go where the output goes.");
}
