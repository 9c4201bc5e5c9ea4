namespace Belay;

/// <summary>
/// The life of a frame. Each transition happens on the thread that runs the loop.
/// <code>
/// Created    → Owned, Running
/// Owned      → Running, Failed
/// Running    → Suspended, Succeeded, Failed
/// Suspended  → Running, Failed
/// Succeeded, Failed → Created, recycled: with the next version
/// </code>
/// </summary>
internal enum FrameState : byte
{
    /// <summary>Has run nothing. Set when it is rented or recycled; the version in the handle says whose it is.</summary>
    Created,

    /// <summary>Given to a task that has not taken its first step: nobody else may run it.</summary>
    Owned,

    /// <summary>Its code is on the native stack now.</summary>
    Running,

    /// <summary>Waits at an await. Set by the builder, when the compiler's code hands over the awaiter.</summary>
    Suspended,

    /// <summary>Has a result, which the awaiter's GetResult takes; that recycles the frame.</summary>
    Succeeded,

    /// <summary>Has an exception, taken likewise. From Created: cancelled before its first step.</summary>
    Failed,
}

/// <summary>The life of a future, and so of a task: Pending, then one of the others for ever.</summary>
internal enum FutureState : byte
{
    /// <summary>Not done. A task stays here until its last step has ended.</summary>
    Pending,

    /// <summary>Done with a value.</summary>
    Succeeded,

    /// <summary>Done with an exception that is not a cancellation.</summary>
    Failed,

    /// <summary>Done by cancellation. For a task: only when the exception has left its coroutine, not when it was requested.</summary>
    Cancelled,
}

/// <summary>The life of a task group: each state allows only the ones below it, but Aborting may be left out.</summary>
internal enum GroupState : byte
{
    /// <summary>The body runs: children may be added.</summary>
    Open,

    /// <summary>The body has ended: children may be added as long as others are alive.</summary>
    Exiting,

    /// <summary>A failure or cancellation ends it: children have been cancelled, no more are taken. May be set in any state but Finished.</summary>
    Aborting,

    /// <summary>Run has returned.</summary>
    Finished,
}

/// <summary>The life of a time-out.</summary>
internal enum TimeoutState : byte
{
    /// <summary>Its body runs. The one state in which it can be rescheduled.</summary>
    Active,

    /// <summary>Time is up: the task has been asked to cancel the body, which has not ended. From Active only.</summary>
    Expiring,

    /// <summary>The body has ended after time was up. From Expiring only.</summary>
    Expired,

    /// <summary>The body has ended in time. From Active only.</summary>
    Finished,
}

/// <summary>The life of an await on something that is not Belay's. Changed atomically, because it completes on any thread.</summary>
internal enum ForeignState
{
    /// <summary>The operation goes on and the coroutine waits for it.</summary>
    Pending,

    /// <summary>The operation has called its continuation. From Pending only.</summary>
    Completed,

    /// <summary>A cancellation has taken the coroutine away from it. From Pending only.</summary>
    Abandoned,
}

/// <summary>The life of a place in a <see cref="WaitQueue"/>.</summary>
internal enum WaiterState : byte
{
    /// <summary>In no queue.</summary>
    Idle,

    /// <summary>In a queue, until it is woken or cancelled. From Idle only.</summary>
    Pending,

    /// <summary>Given what it waits for: its task will run. From Pending only. It stays in the queue until then, as does a cancelled one.</summary>
    Woken,

    /// <summary>Its task was cancelled, and has not run yet. From Pending only.</summary>
    Cancelled,
}

/// <summary>The life of a barrier.</summary>
internal enum BarrierState : byte
{
    /// <summary>Tasks come and wait. From all others, when the last task has left or when it is reset while empty.</summary>
    Filling,

    /// <summary>All have come, and leave. From Filling.</summary>
    Draining,

    /// <summary>It was reset while tasks wait, which leave. From all others.</summary>
    Resetting,

    /// <summary>It was aborted. From all others; only a reset ends it.</summary>
    Broken,
}
