using System.Runtime.CompilerServices;

namespace Belay;

public sealed partial class EventLoop
{
    /// <summary>How many finished strands are kept for new tasks.</summary>
    const int MaxSpareStrands = 4096;

    readonly StrandList _strands = new();
    TaskStrand? _spareStrands;
    int _spareCount;
    int _lastTaskNumber;

    /// <summary>What the run is for.</summary>
    internal CoroTask? MainTask { get; set; }

    /// <summary>The context that main tasks run in, one after the other: each goes on with what the one before has left.</summary>
    internal ExecutionContext? MainContext { get; set; }

    internal int NextTaskNumber() => ++_lastTaskNumber;

    internal CoroTask<T> CreateTask<T>(Coro<T> coroutine, string? name, bool eager, IDoneCallback? owner = null)
    {
        CheckThread();
        CheckOpen();
        var frame = coroutine.Own();
        var task = new CoroTask<T>(this, name);
        Start(task, frame, eager, owner);
        return task;
    }

    internal CoroTask CreateTask(Coro coroutine, string? name, bool eager, IDoneCallback? owner = null)
    {
        CheckThread();
        CheckOpen();
        var frame = coroutine.Own();
        var task = new CoroVoidTask(this, name);
        Start(task, frame, eager, owner);
        return task;
    }

    void Start(CoroTask task, Frame frame, bool eager, IDoneCallback? owner)
    {
        if (owner is not null) task.AddCallback(owner);
        var strand = Rent(task, frame);
        // Eager tasks that start each other use up native stack: near its end they are as the others.
        if (eager && t_running == this && RuntimeHelpers.TryEnsureSufficientExecutionStack()) RunEagerly(strand);
        else Enqueue(strand);
    }

    /// <summary>The first step, within the step or callback that is running.</summary>
    void RunEagerly(TaskStrand strand)
    {
        var outer = (TaskStrand)Strand.Current!;
        var context = strand.Context;
        try { strand.Run(); }
        finally { Enter(outer, context); }
    }

    /// <summary>A strand that begins with this frame, in a copy of the current context.</summary>
    internal TaskStrand Rent(IStrandOwner owner, Frame root)
    {
        var strand = _spareStrands;
        if (strand is null) strand = new TaskStrand(this);
        else
        {
            _spareStrands = strand.Next;
            strand.Next = null;
            _spareCount--;
        }
        strand.Owner = owner;
        strand.Innermost = root;
        strand.Context = ExecutionContext.Capture() ?? MainContext;     // none where its flow is suppressed
        _strands.Add(strand);
        owner.Start(strand);
        return strand;
    }

    internal void Return(TaskStrand strand)
    {
        _strands.Remove(strand);
        strand.Reset();
        if (_spareCount == MaxSpareStrands) return;
        _spareCount++;
        strand.Next = _spareStrands;
        _spareStrands = strand;
    }

    /// <summary>The tasks that are not done, in the order of their creation.</summary>
    internal List<CoroTask> LiveTasks()
    {
        var tasks = new List<CoroTask>(_strands.Count);
        for (var strand = _strands.First; strand is not null; strand = strand.Next)
            if (strand.Owner is CoroTask task) tasks.Add(task);
        return tasks;
    }

    /// <summary>Everything that has not finished: tasks, and coroutines that code outside Belay awaits.</summary>
    internal List<IStrandOwner> LiveOwners()
    {
        var owners = new List<IStrandOwner>(_strands.Count);
        for (var strand = _strands.First; strand is not null; strand = strand.Next) owners.Add(strand.Owner!);
        return owners;
    }

    internal int LiveStrandCount => _strands.Count;

    internal int TimerCount => _timers.Count;
}
