namespace Belay;

/// <summary>
/// Whether work in the background is started again when it has ended, how soon, and how often. Each failure in a row doubles the wait.
/// </summary>
/// <param name="When">After what.</param>
public sealed record RestartPolicy(RestartWhen When)
{
    /// <summary>Not at all.</summary>
    public static RestartPolicy Never { get; } = new(RestartWhen.Never);

    /// <summary>After each failure, for ever, with the default waits.</summary>
    public static RestartPolicy OnFailure { get; } = new(RestartWhen.OnFailure);

    /// <summary>Whenever it ends, for ever, with the default waits.</summary>
    public static RestartPolicy Always { get; } = new(RestartWhen.Always);

    /// <summary>
    /// How many failures in a row are answered by a restart; the next one surfaces, as an <see cref="ExceptionGroup"/> from
    /// <see cref="BackgroundTasks.Run(Func{BackgroundTasks, Coro})"/>. null, the default: there is no limit.
    /// </summary>
    public int? Limit { get; init; }

    /// <summary>How long it waits before the first restart. Default: 100 ms.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait. Default: 30 s.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Work that ran so long was healthy: its failure is the first in a row. Default: 1 minute.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after so many failures in a row, counted from 1.</summary>
    internal TimeSpan Wait(int failures)
    {
        var wait = Backoff;
        for (var i = 1; i < failures && wait < MaxBackoff; i++) wait *= 2;
        return wait < MaxBackoff ? wait : MaxBackoff;
    }
}
