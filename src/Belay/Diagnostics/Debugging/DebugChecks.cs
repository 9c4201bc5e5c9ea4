using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// What a loop looks for in debug mode; each check is a file of its own beside this. It runs the loop's steps, so that a loop without it
/// pays nothing for what happens around them.
/// </summary>
internal sealed class DebugChecks
{
    const int MaxEagerDepth = 20;

    readonly EventLoop _loop;
    readonly ConcurrentQueue<(string Message, Future? Source)> _found = new();
    readonly ConditionalWeakTable<CoroTask, CodeSite> _creations = [];

    internal DebugChecks(EventLoop loop)
    {
        _loop = loop;
        NeverAwaited = new NeverAwaitedCheck(this);
        SlowSteps = new SlowStepCheck(loop, this);
        Swallowed = new SwallowedCancellationCheck(this);
        EndlessChildren = new EndlessChildCheck(loop, this);
        LongLocks = new LongLockCheck(loop, this);
        WrongThread = new WrongThreadCheck(this);
    }

    internal NeverAwaitedCheck NeverAwaited { get; }

    internal SlowStepCheck SlowSteps { get; }

    internal SwallowedCancellationCheck Swallowed { get; }

    internal EndlessChildCheck EndlessChildren { get; }

    internal LongLockCheck LongLocks { get; }

    internal WrongThreadCheck WrongThread { get; }

    /// <summary>The coroutines of the step that is running, as it began.</summary>
    internal CoroutineStack Stack { get; private set; } = CoroutineStack.Empty;

    internal void OnCreated(CoroTask task, ITaskOwner? owner)
    {
        if (CaptureSite() is { } site) _creations.Add(task, site);
        EndlessChildren.OnCreated(owner);
    }

    /// <summary>Where something is done now. Null within eager tasks that start each other: the more stack there is, the longer each takes.</summary>
    internal CodeSite? CaptureSite() => _loop.EagerDepth < MaxEagerDepth ? CodeSite.Capture(Stack) : null;

    /// <summary>What to add to a report about a task.</summary>
    internal string DescribeCreation(Future? source) =>
        source is CoroTask task && _creations.TryGetValue(task, out var site) ? ReportText.Section($"{task.Name} was created", site.Lines()) : "";

    /// <summary>Runs what is ready now.</summary>
    internal void RunTurn(ReadyQueue ready)
    {
        for (var left = ready.Count; left > 0; left--) RunStep(ready.Dequeue());
        LongLocks.Look();
        if (_found.IsEmpty) return;
        _loop.Enter(_loop.Idle, null);      // the error handler is nobody's code
        ReportFound();
    }

    internal void RunStep(IReady item)
    {
        var strand = item as TaskStrand ?? (item as OperationWait)?.Strand;
        var task = strand?.Owner as CoroTask;
        Stack = CoroutineStack.Of(strand);
        if (task is not null) Swallowed.BeforeStep(task, strand!);
        SlowSteps.Begin(item, strand?.Task, Stack);
        try
        {
            item.Run();
        }
        finally
        {
            SlowSteps.End();
            Stack = CoroutineStack.Empty;
        }
        if (task is null) return;
        Swallowed.AfterStep(task);
        EndlessChildren.AfterStep(task);
    }

    /// <summary>Has it reported on the loop's thread, at the end of the turn.</summary>
    internal void Found(string message, Future? source = null) => _found.Enqueue((message, source));

    /// <inheritdoc cref="Found"/>
    internal void FoundOnAnyThread(string message, Future? source = null)
    {
        Found(message, source);
        if (_loop.IsClosed) ReportFound();
        else _loop.PostFromAnyThread(new Handle(_loop, static () => { }));     // for a loop that sleeps to have a turn
    }

    /// <summary>The loop ends: what could still have been put right no longer can.</summary>
    internal void Close()
    {
        SlowSteps.Dispose();
        LongLocks.Dispose();
        NeverAwaited.Close();
        ReportFound();
    }

    void ReportFound()
    {
        while (_found.TryDequeue(out var found)) _loop.Report(found.Message, null, found.Source);
    }
}
