namespace Belay;

/// <summary>What a group waits for at its end: it is done when all children are.</summary>
internal sealed class GroupExit(EventLoop loop, TaskGroup group) : Future(loop), ITaskWait
{
    internal void SetDone() => Complete(FutureState.Succeeded, null);

    public IEnumerable<CoroTask> Blockers => group.LiveChildren;

    public string Describe(CoroTask blocker) => $"waits at the end of a task group for its child {blocker.Name}";
}
