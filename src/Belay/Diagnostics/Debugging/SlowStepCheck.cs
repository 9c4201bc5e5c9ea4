namespace Belay;

/// <summary>
/// A step that holds the loop longer than <see cref="RunOptions.SlowStepThreshold"/>. A timer finds it while it does, since it might do so
/// for ever; so that report comes on another thread. When the step has ended a second one says how long it took.
/// </summary>
internal sealed class SlowStepCheck : IDisposable
{
    readonly EventLoop _loop;
    readonly DebugChecks _checks;
    readonly TimeSpan _threshold;
    readonly System.Threading.ITimer? _alarm;

    /// <summary>The places for which the thread's stack has been taken. That is dear, so each has it once.</summary>
    readonly HashSet<object> _sampled = [];

    /// <summary>The step that is running. Written by the loop, read by the timer.</summary>
    volatile SlowStep? _current;

    /// <summary>The report that is being made; when the loop closes it is waited for.</summary>
    volatile Task _reporting = Task.CompletedTask;

    internal SlowStepCheck(EventLoop loop, DebugChecks checks)
    {
        (_loop, _checks, _threshold) = (loop, checks, loop.Options.SlowStepThreshold);
        if (_threshold < TimeSpan.Zero) return;
        _alarm = loop.TimeProvider.CreateTimer(static check => ((SlowStepCheck)check!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void Begin(IReady item, CoroTask? task, CoroutineStack stack)
    {
        if (_alarm is null) return;
        _current = new SlowStep(item, task, stack, _loop.Time, NativeThread.CurrentId);
        _alarm.Change(_threshold, Timeout.InfiniteTimeSpan);
    }

    internal void End()
    {
        if (_current is not { } step) return;
        _current = null;
        var took = _loop.Time - step.Since;
        if (took < _threshold) return;
        switch (step.End(took))
        {
            case SlowStepReport.None:
                _checks.Found(step.Describe($"held the loop for {ReportText.Duration(took)}", []), step.Task);
                break;
            case SlowStepReport.Made:
                _checks.Found($"{step.Name} has gone on: the step that held the loop took {ReportText.Duration(took)}.");
                break;
        }
    }

    void Look()
    {
        if (_current is not { } step) return;
        var left = _threshold - (_loop.Time - step.Since);
        if (left > TimeSpan.Zero) _alarm!.Change(left, Timeout.InfiniteTimeSpan);       // another step has begun since, or the timer was early
        else if (step.TryBeginReport()) _reporting = Task.Run(() => ReportAsync(step));
    }

    async Task ReportAsync(SlowStep step)
    {
        bool isNew;
        lock (_sampled) isNew = _sampled.Add(step.Place);
        var thread = isNew ? await ThreadSampler.TakeAsync(step.Thread, () => _current == step).ConfigureAwait(false) : [];
        if (step.EndReport() is { } took)
            _checks.FoundOnAnyThread(step.Describe($"held the loop for {ReportText.Duration(took)}", thread), step.Task);
        else
            _loop.Report(step.Describe($"has held the loop for more than {ReportText.Duration(_threshold)}, and still does", thread), null, step.Task);
    }

    public void Dispose()
    {
        _alarm?.Dispose();
        _reporting.Wait();      // it ends: the sampler waits for nobody for ever
    }
}
