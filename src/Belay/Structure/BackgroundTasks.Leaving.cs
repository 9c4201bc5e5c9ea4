namespace Belay;

public sealed partial class BackgroundTasks
{
    Future<VoidResult>? _allEnded;

    /// <summary>The body, in a scope in which it can be cancelled. Its failure is not to become one of the scope's.</summary>
    async Coro Enter(Func<Coro> body)
    {
        Exception? failure = null;
        await TaskGroup.Run(async scope =>
        {
            _scope = scope;
            failure = await body().Caught();
            if (failure is not null && TaskStrand.Running.IsCancellation(failure)) Rethrow.Now(failure);
        });
        if (failure is not null && !TaskStrand.Running.IsCancellation(failure)) Rethrow.Now(failure);
    }

    async Coro Leave(Exception? bodyFailure)
    {
        _isLeaving = true;
        await Coro.Cleanup(Timeout.InfiniteTimeSpan, Stop);
        if (_surfaced.Count > 0)
        {
            if (bodyFailure is not null && !TaskStrand.Running.IsCancellation(bodyFailure)) _surfaced.Add(bodyFailure);
            throw new ExceptionGroup("unhandled errors in background tasks", _surfaced);
        }
        if (bodyFailure is not null) Rethrow.Now(bodyFailure);
    }

    /// <summary>Ends what is left: now those that have not started others, and each parent when the last of its children has ended.</summary>
    async Coro Stop()
    {
        foreach (var task in _alive.ToArray()) task.TryStop();
        if (_alive.Count > 0) await (_allEnded = new Future<VoidResult>(_loop));
    }

    internal void OnEnded(BackgroundTask task)
    {
        _alive.Remove(task.Place!);
        if (_alive.Count == 0) _allEnded?.SetResult(default);
    }

    internal void OnLastChildEnded(BackgroundTask parent)
    {
        if (_allEnded is not null) parent.TryStop();
    }

    /// <summary>A failure that no restart has cured: everything ends.</summary>
    internal void Surface(Exception failure)
    {
        _surfaced.Add(failure);
        _scope?.Cancel();
    }

    internal void Report(BackgroundTask task, string what, Exception failure) =>
        _loop.Report($"Background task {task.Task.Name} failed{what}", failure, task.Task);
}
