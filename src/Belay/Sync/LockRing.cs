namespace Belay;

/// <summary>
/// The search for deadlocks through locks: from a task to the lock it is queued for, neither woken nor cancelled, from that to its
/// owner, and so on. Only a task that has to wait pays for it, and follows one chain, as long as there are locks held meanwhile.
/// </summary>
internal static class LockRing
{
    /// <summary>The ring, in words, that this strand's wait for the lock would close; null if there is none.</summary>
    internal static string? Find(TaskStrand strand, AsyncLock gate)
    {
        // Code that is not Belay's may run beside other code of its task, so that its wait does not hold up the task.
        if (strand.Owner is not CoroTask task) return null;
        var next = gate;
        for (var steps = strand.Loop.LiveStrandCount; steps >= 0; steps--)
        {
            if (next.Owner is not { } owner) return null;
            if (owner == task) return Describe(task, gate);
            if (AwaitedBy(owner, strand.Loop) is not { } awaited) return null;
            next = awaited;
        }
        return null;        // a ring of others, which conditions getting their locks back have closed
    }

    /// <summary>The lock that a task is queued for.</summary>
    internal static AsyncLock? AwaitedBy(CoroTask task, EventLoop loop) =>
        task.Loop == loop && task.Strand?.Wait is Waiter { State: WaiterState.Pending } waiter ? waiter.Queue!.Lock : null;

    static string Describe(CoroTask task, AsyncLock gate)
    {
        var links = new List<string>();
        for (var (at, next) = (task, gate); ; next = AwaitedBy(at, task.Loop)!)
        {
            links.Add($"{at.Name} {next.DescribeWait()}");
            at = next.Owner!;
            if (at == task) break;
        }
        var advice = links.Count == 1
            ? "A lock cannot be taken twice by one task; to hand something over between tasks use a semaphore or an event."
            : "Take the locks in the same order everywhere.";
        return $"This wait would never end: {string.Join("; ", links)}. {advice}";
    }
}
