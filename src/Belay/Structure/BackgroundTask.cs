namespace Belay;

/// <summary>One piece of work in the background: runs it, and runs it again as its policy says.</summary>
internal sealed class BackgroundTask(BackgroundTasks owner, Func<Coro> work, RestartPolicy policy, BackgroundTask? parent) : ITaskOwner
{
    Successes _successes;
    bool _isStopped;
    int _children;

    internal CoroTask Task { get; private set; } = null!;

    /// <summary>Its limit of restarts is used up.</summary>
    internal bool HasSurfaced { get; private set; }

    /// <summary>Its place among those that are alive.</summary>
    internal LinkedListNode<BackgroundTask>? Place { get; set; }

    internal void Begin(EventLoop loop, string? name)
    {
        if (parent is not null) parent._children++;
        Task = loop.CreateChild(Supervise(loop), name, eager: false, this);
    }

    /// <summary>The one of these that a task belongs to: itself, or as a child of its groups.</summary>
    internal static BackgroundTask? Of(CoroTask? task, BackgroundTasks owner)
    {
        while (task is not null)
        {
            if (task.Owner is BackgroundTask background && background.IsOf(owner)) return background;
            task = (task.Owner as TaskGroup)?.Parent;
        }
        return null;
    }

    /// <summary>Cancels it, unless it has children that have to end first, or was cancelled before.</summary>
    internal void TryStop()
    {
        if (_isStopped || _children > 0) return;
        _isStopped = true;
        Task.Cancel();
    }

    bool IsOf(BackgroundTasks tasks) => owner == tasks;

    async Coro Supervise(EventLoop loop)
    {
        for (var failures = 0; ;)
        {
            var start = loop.Time;
            var failure = await Run().Caught();
            if (failure is null && policy.When != RestartWhen.Always) return;
            if (loop.Time - start >= policy.HealthyAfter) failures = 0;
            if (failure is not null) Answer(failure, ++failures);
            await Coro.Sleep(policy.Wait(failures));
        }
    }

    /// <summary>Returns if it is to be started again.</summary>
    void Answer(Exception failure, int failures)
    {
        // A cancellation that nobody asked for came from something else that was cancelled: it is a failure of the work.
        var isAsked = TaskStrand.Running.IsCancellation(failure) && (Task.Cancelling > 0 || policy.When == RestartWhen.Never);
        if (isAsked || failure is KeyboardInterruptException) Rethrow.Now(failure);
        if (policy.When != RestartWhen.Never && (policy.Limit is not { } limit || failures <= limit))
        {
            owner.Report(this, $" ({failures} in a row); it is started again in {policy.Wait(failures)}", failure);
            return;
        }
        HasSurfaced = policy.When != RestartWhen.Never;
        owner.Report(this, HasSurfaced ? $" ({failures} in a row), which is more than its limit of restarts: everything is stopped" : "", failure);
        Rethrow.Now(failure);
    }

    // What it throws before it returns a coroutine is its failure too.
    async Coro Run() => await work();

    ref Successes ITaskOwner.Successes => ref _successes;

    void ITaskOwner.OnSucceeded(int count) => End();

    void ITaskOwner.OnEndedOtherwise(CoroTask child)
    {
        var failure = child.IsCancelled ? null : child.SeeFailure();
        End();
        if (HasSurfaced) owner.Surface(failure!);
    }

    void End()
    {
        if (parent is not null) parent._children--;
        owner.OnEnded(this);
        if (parent is { _children: 0 }) owner.OnLastChildEnded(parent);
    }
}
