namespace Belay;

/// <summary>A lock in somebody's hands, in debug mode.</summary>
/// <param name="checks">Those of the loop on which it was taken.</param>
/// <param name="gate">The lock.</param>
/// <param name="task">Who took it, if that was a task.</param>
/// <param name="site">Where.</param>
internal sealed class LockHold(DebugChecks checks, AsyncLock gate, CoroTask? task, string? site)
{
    internal AsyncLock Gate => gate;

    internal CoroTask? Task => task;

    internal string? Site => site;

    internal string Holder => task is null ? "a callback" : $"task {task.Name}";

    internal TimeSpan Since { get; set; }

    /// <summary>Its place among those that are watched.</summary>
    internal LinkedListNode<LockHold>? Node { get; set; }

    internal static LockHold Begin(DebugChecks checks, AsyncLock gate, CoroTask? task, Frame? awaiting)
    {
        var hold = new LockHold(checks, gate, task, AcquisitionSite.Find(awaiting));
        checks.LongLocks.OnTaken(hold);
        return hold;
    }

    internal void End() => checks.LongLocks.OnReleased(this);
}
