using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The first steps of tasks, which for many are the only ones: a task gets a strand when it takes it, and those that end in it leave the
/// strand to the next as it is.
/// </summary>
public sealed partial class EventLoop
{
    /// <summary>How many tasks have not got a strand yet.</summary>
    int _putOff;

    /// <summary>The context that they begin in, one and all.</summary>
    ExecutionContext? _putOffContext;

    /// <summary>The strand of the first step that is taken now; between such steps the one that the last has left, if its task ended in it.</summary>
    TaskStrand? _firstStrand;

    /// <summary>Leaves the strand to the first step. False if the task has to have its own now.</summary>
    bool TryPutOff(CoroTask task, Frame root, ExecutionContext? context)
    {
        if (Checks is not null || _putOff != 0 && !ReferenceEquals(context, _putOffContext)) return false;
        if (!ReferenceEquals(context, _putOffContext)) _putOffContext = context;
        _putOff++;
        task.PutOff(root);
        Enqueue(task);
        return true;
    }

    // Not inlined: the turn of the loop, into which it would be, has too few registers left for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void TakeFirstStep(CoroTask task, Frame root)
    {
        _putOff--;
        root.Join(Executor);
        var strand = _firstStrand ??= _strands.Rent();
        var context = _putOffContext;
        strand.Owner = task;
        Enter(strand, context, null);
        root.Resume();
        if (root.State == FrameState.Succeeded && strand.IsAsNew)
        {
            Leave();
            strand.Owner = null;
            task.OnSucceeded(root, null);
            return;
        }
        _firstStrand = null;
        strand.Context = context;
        if (!task.HasStrand)
        {
            task.Start(strand);
            task.Owner?.OnBegan(task);
        }
        strand.EndFirstStep(root);
    }

    /// <summary>The strand of a task that was started without one: the one that takes its first step now, or one that is to.</summary>
    internal TaskStrand StrandOf(CoroTask task, Frame root)
    {
        if (_firstStrand is { } strand && strand.Owner == task) return strand;
        task.Owner?.OnBeginningOutOfTurn(task);
        _putOff--;
        return Rent(task, root, _putOffContext);
    }

    /// <summary>Those that have no strand yet: the one that takes its first step now, and those that are to, of these places of the ready queue.</summary>
    internal IEnumerable<CoroTask> TasksToBegin(long first, long last)
    {
        if (_firstStrand?.Owner is CoroTask { HasStrand: false } now) yield return now;
        foreach (var item in _ready.GetItems(first, last))
            if (item is CoroTask { IsDone: false, HasStrand: false } task) yield return task;
    }
}
