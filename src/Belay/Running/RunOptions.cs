namespace Belay;

/// <summary>How a loop is run. asyncio: the arguments of asyncio.run, and what is set on the loop.</summary>
public sealed record RunOptions
{
    /// <summary>Whether to look for mistakes while running, which costs time, and report them to the <see cref="ErrorHandler"/>. null: the environment variable BELAY_DEBUG=1 decides.</summary>
    public bool? Debug { get; init; }

    /// <summary>Where time comes from: the loop's <see cref="EventLoop.Time"/>, its timers and sleeps. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Debug mode reports a step that holds the loop longer. Default: 100 ms; Timeout.InfiniteTimeSpan: none.</summary>
    public TimeSpan SlowStepThreshold { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Debug mode reports an <see cref="AsyncLock"/> that is held longer. Default: 5 s; Timeout.InfiniteTimeSpan: none.</summary>
    public TimeSpan LongLockThreshold { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Debug mode reports the last child of a <see cref="TaskGroup"/> that goes on for longer, step after step, while the group waits at its
    /// end for it alone. Default: 1 minute; Timeout.InfiniteTimeSpan: none.
    /// </summary>
    public TimeSpan EndlessChildThreshold { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether Ctrl-C and SIGTERM cancel the main task. null: yes for Run, RunMain and Runner, no for RunAsync.</summary>
    public bool? HandleSignals { get; init; }

    /// <summary>
    /// How long what still runs has to end once it has been asked to: by the first Ctrl-C or SIGTERM, by RunAsync's token, or by the end of
    /// the main task. What has not ended then, the main task included, is reported to <see cref="ErrorHandler"/> with the await that it is
    /// stuck at, and abandoned: it never goes on, so its finally blocks do not run. null or Timeout.InfiniteTimeSpan, the default: it is
    /// waited for however long it takes, as asyncio does. A step that does not return cannot be abandoned.
    /// </summary>
    public TimeSpan? ShutdownGrace { get; init; }

    /// <summary>
    /// Takes failures that no one awaits, and at once those thrown by callbacks. Called on the loop's thread, but for failures of
    /// operations that end after the loop has, and for a step that blocks that thread, which debug mode reports from another. null: they are written to stderr.
    /// </summary>
    public Action<LoopError>? ErrorHandler { get; init; }
}
