using System.Runtime.CompilerServices;

namespace Belay;

public sealed partial class EventLoop
{
    readonly StrandRegistry _strands;
    long _lastTaskNumber;
    long _lastBridgeNumber;

    /// <summary>How many steps are interrupted by the first step of an eager task.</summary>
    int _eagerDepth;

    internal int EagerDepth => _eagerDepth;

    /// <summary>While a scope cancels its task: the hold that the scope is within. Others are no obstacle to it but those further in.</summary>
    internal CancellationHold? CancellationOrigin { get; set; }

    /// <summary>What the run is for.</summary>
    internal CoroTask? MainTask { get; set; }

    /// <summary>The context that main tasks run in, one after the other: each goes on with what the one before has left.</summary>
    internal ExecutionContext? MainContext { get; set; }

    internal long NextTaskNumber() => ++_lastTaskNumber;

    /// <summary>Between that of the task before and the one to come; see <see cref="IStrandOwner.Order"/>.</summary>
    internal long NextBridgeNumber() => (_lastTaskNumber << CoroTask.NumberShift) + (++_lastBridgeNumber & (1L << CoroTask.NumberShift) - 1);

    internal CoroTask<T> CreateTask<T>(Coro<T> coroutine, string? name, bool eager)
    {
        CheckThread();
        CheckOpen();
        return CreateChild(coroutine, name, eager, null);
    }

    internal CoroTask CreateTask(Coro coroutine, string? name, bool eager)
    {
        CheckThread();
        CheckOpen();
        return CreateChild(coroutine, name, eager, null);
    }

    /// <summary>As CreateTask, for an owner that runs on this loop and so knows that it can be used.</summary>
    internal CoroTask<T> CreateChild<T>(Coro<T> coroutine, string? name, bool eager, ITaskOwner? owner)
    {
        var frame = coroutine.Own();
        var task = new CoroTask<T>(this, name);
        Start(task, frame, eager, owner);
        return task;
    }

    /// <inheritdoc cref="CreateChild{T}"/>
    internal CoroTask CreateChild(Coro coroutine, string? name, bool eager, ITaskOwner? owner)
    {
        var frame = coroutine.Own();
        var task = new CoroVoidTask(this, name);
        Start(task, frame, eager, owner);
        return task;
    }

    void Start(CoroTask task, Frame frame, bool eager, ITaskOwner? owner)
    {
        task.SetOwner(owner);
        Checks?.OnCreated(task, owner);
        var context = CurrentContext();
        // Eager tasks that start each other use up native stack: near its end they are as the others.
        if (eager && IsRunningHere && RuntimeHelpers.TryEnsureSufficientExecutionStack()) RunEagerly(task, Rent(task, frame, context));
        else if (TryPutOff(task, frame, context)) return;
        else Enqueue(Rent(task, frame, context));
        if (!task.IsDone) owner?.OnBeginningOutOfTurn(task);
    }

    /// <summary>The first step, within the step or callback that is running.</summary>
    void RunEagerly(CoroTask task, TaskStrand strand)
    {
        var outer = (TaskStrand)Executor.Strand!;
        var context = strand.Context;
        _eagerDepth++;
        try { strand.Run(); }
        catch
        {
            task.SetOwner(null);    // an interrupt: whoever wanted the task never gets it
            throw;
        }
        finally
        {
            _eagerDepth--;
            Enter(outer, context);
        }
    }

    /// <summary>What something that is started now has a copy of.</summary>
    ExecutionContext? CurrentContext() => (_isRunning ? _context.Current : ExecutionContext.Capture()) ?? MainContext;     // none where its flow is suppressed

    /// <summary>A strand that begins with this frame, in a copy of the current context.</summary>
    internal TaskStrand Rent(IStrandOwner owner, Frame root) => Rent(owner, root, CurrentContext());

    TaskStrand Rent(IStrandOwner owner, Frame root, ExecutionContext? context)
    {
        var strand = _strands.Rent();
        root.Join(Executor);
        strand.Owner = owner;
        strand.Innermost = root;
        strand.Context = context;
        owner.Start(strand);
        return strand;
    }

    internal void Return(TaskStrand strand)
    {
        strand.Reset();
        _strands.Return(strand);
    }

    /// <summary>The tasks that are not done, in the order of their creation.</summary>
    internal List<CoroTask> LiveTasks()
    {
        var tasks = new List<CoroTask>(LiveStrandCount);
        foreach (var strand in LiveStrands())
            if (strand.Owner is CoroTask task) tasks.Add(task);
        return tasks;
    }

    /// <summary>Everything that has not finished: tasks, and coroutines that code outside Belay awaits.</summary>
    internal List<IStrandOwner> LiveOwners()
    {
        var owners = new List<IStrandOwner>(LiveStrandCount);
        foreach (var strand in LiveStrands()) owners.Add(strand.Owner!);
        return owners;
    }

    List<TaskStrand> LiveStrands()
    {
        if (_putOff > 0)
            foreach (var task in TasksToBegin(0, LastAdded)) _ = task.Strand;
        return _strands.GetLive();
    }

    /// <summary>Those to come counted in.</summary>
    internal int LiveStrandCount => _strands.LiveCount + _putOff - (_firstStrand is { Owner: null } ? 1 : 0);

    internal int TimerCount => _timers.Count;
}
