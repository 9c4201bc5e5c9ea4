namespace Belay;

/// <summary>How far the report of a step has come.</summary>
internal enum SlowStepReport
{
    /// <summary>It has not begun.</summary>
    None,

    /// <summary>It is being made, on a thread of its own. From None.</summary>
    Begun,

    /// <summary>It has been made, while the step went on. From Begun.</summary>
    Made,
}

/// <summary>A step that may turn out to be slow. Known to the loop's thread and to that which watches it.</summary>
/// <param name="item">What runs.</param>
/// <param name="task">The task whose step it is.</param>
/// <param name="stack">Where that was suspended.</param>
/// <param name="since">When it began.</param>
/// <param name="thread">The thread it runs on.</param>
internal sealed class SlowStep(IReady item, CoroTask? task, CoroutineStack stack, TimeSpan since, long thread)
{
    readonly Lock _gate = new();
    SlowStepReport _report;
    TimeSpan? _took;

    internal CoroTask? Task => task;

    internal TimeSpan Since => since;

    internal long Thread => thread;

    /// <summary>The same for all steps that begin there.</summary>
    internal object Place => stack.Innermost is { } innermost ? innermost : item.GetType();

    internal string Name => task is not null ? $"Task {task.Name}"
        : item is Handle { Callback: { } callback } ? $"The callback {MethodNames.Readable(callback.Method)}"
        : "A callback";

    /// <summary>True for the one who is to report it.</summary>
    internal bool TryBeginReport()
    {
        lock (_gate)
        {
            if (_report != SlowStepReport.None || _took is not null) return false;
            _report = SlowStepReport.Begun;
            return true;
        }
    }

    /// <summary>How long it took, if it has ended by now.</summary>
    internal TimeSpan? EndReport()
    {
        lock (_gate)
        {
            _report = SlowStepReport.Made;
            return _took;
        }
    }

    /// <summary>It has ended; what has been reported of it by now.</summary>
    internal SlowStepReport End(TimeSpan took)
    {
        lock (_gate)
        {
            _took = took;
            return _report;
        }
    }

    internal string Describe(string what, IReadOnlyList<string> thread) =>
        $"{Name} {what}: nothing else could run meanwhile. " +
        "Either it blocks its thread (Thread.Sleep, .Result, synchronous I/O), so await an asynchronous call instead, " +
        "or it computes for long, so hand that to a thread or give up turns with Coro.Yield()." +
        ReportText.Section("its thread is in", StackLines.OfMethods(thread)) +
        ReportText.Section("the step began after the await", stack.Lines());
}
