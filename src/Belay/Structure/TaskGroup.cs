namespace Belay;

/// <summary>
/// Owns its children: <see cref="Run(Func{TaskGroup, Coro})"/> leaves only when all are done, and the first failure cancels the rest.
/// asyncio.TaskGroup.
/// </summary>
/// <remarks>
/// A failure is any exception but a cancellation; children that end cancelled are silent and disturb nobody. Failures leave as one
/// <see cref="ExceptionGroup"/>; a <see cref="KeyboardInterruptException"/> leaves bare, and the failures beside it go to the error handler.
/// If Run is cancelled it cancels the children, waits for them, and lets the cancellation through.
/// On the loop's thread only.
/// </remarks>
public sealed partial class TaskGroup
{
    readonly EventLoop _loop = EventLoop.Running;
    readonly CoroTask _parent;
    readonly CancellationHold? _hold = TaskStrand.Running.InnermostHold;
    readonly List<Exception> _failures = [];
    ChildList _children;
    Successes _successes;
    GroupExit? _allDone;
    KeyboardInterruptException? _interrupt;
    GroupState _state;
    bool _exiting;
    bool _parentCancelled;

    TaskGroup(CoroTask parent)
    {
        _parent = parent;
        _children = new ChildList(_loop, this);
    }

    /// <summary>The body has ended, nothing has failed, and all children but one are done.</summary>
    internal bool WaitsForOne => _state == GroupState.Exiting && _children.Count == 1;

    internal IEnumerable<CoroTask> LiveChildren => _children.GetLive();

    /// <summary>
    /// Runs the body in the current task, then waits for the children. Both have the group to start more in; it is of no use afterwards.
    /// </summary>
    /// <exception cref="ExceptionGroup">Children or the body failed.</exception>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static async Coro Run(Func<TaskGroup, Coro> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var group = new TaskGroup(Coro.CurrentTask);
        if (await group.Leave(await Enter(body, group).Caught()).Caught() is { } failure) Rethrow.Now(failure);
    }

    /// <inheritdoc cref="Run(Func{TaskGroup, Coro})"/>
    /// <returns>What the body returned.</returns>
    public static async Coro<T> Run<T>(Func<TaskGroup, Coro<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var group = new TaskGroup(Coro.CurrentTask);
        var (value, failed) = await Enter(body, group).Caught();
        if (await group.Leave(failed).Caught() is { } failure) Rethrow.Now(failure);
        return value;
    }

    /// <summary>Starts a child. It takes its first step in the next turn, in a copy of the current context. asyncio: create_task.</summary>
    /// <param name="coroutine">What it runs; nobody else can use it from now on.</param>
    /// <param name="name">For people; "Task-1" and so on if null.</param>
    /// <param name="eager">Takes the first step now, before this call returns.</param>
    /// <exception cref="InvalidOperationException">The group is finished or shutting down (the coroutine is closed), or the coroutine was used before.</exception>
    public CoroTask CreateTask([TakesOwnership] Coro coroutine, string? name = null, bool eager = false)
    {
        if (Refusal() is not { } refusal) return Adopt(_loop.CreateChild(coroutine, name, eager, this));
        coroutine.Close();
        throw refusal;
    }

    /// <inheritdoc cref="CreateTask(Coro, string?, bool)"/>
    public CoroTask<T> CreateTask<T>([TakesOwnership] Coro<T> coroutine, string? name = null, bool eager = false)
    {
        if (Refusal() is not { } refusal) return Adopt(_loop.CreateChild(coroutine, name, eager, this));
        coroutine.Close();
        throw refusal;
    }

    /// <summary>
    /// Cancels the children and the body; Run then returns without an error, unless something failed besides or the parent was cancelled
    /// from outside. Idempotent; of a finished group it does nothing. asyncio 3.15: TaskGroup.cancel.
    /// </summary>
    public void Cancel()
    {
        _loop.CheckThread();
        if (_state is GroupState.Finished or GroupState.Aborting) return;
        Abort();
        CancelParent();
    }

    /// <summary>The task whose group it is.</summary>
    internal CoroTask Parent => _parent;

    InvalidOperationException? Refusal()
    {
        _loop.CheckThread();
        if (_state == GroupState.Finished || _exiting && _children.IsEmpty)
            return new InvalidOperationException("The task group is finished, so it takes no more tasks. Start them in its body, or while a child of it still runs.");
        if (_state == GroupState.Aborting)
            return new InvalidOperationException("The task group is shutting down after a failure or cancellation, so it takes no more tasks.");
        return null;
    }

    TTask Adopt<TTask>(TTask child) where TTask : CoroTask
    {
        _children.OnCreated();
        if (_state == GroupState.Aborting) child.Cancel();      // an eager one has ended the group it was started in
        return child;
    }

    // What the body throws before it returns a coroutine is its failure too.
    static Coro Enter(Func<TaskGroup, Coro> body, TaskGroup group)
    {
        try { return body(group); }
        catch (Exception failure) { return Fail(failure); }
    }

    static Coro<T> Enter<T>(Func<TaskGroup, Coro<T>> body, TaskGroup group)
    {
        try { return body(group); }
        catch (Exception failure) { return Fail<T>(failure); }
    }

#pragma warning disable CS1998 // a coroutine that has nothing to wait for
    static async Coro Fail(Exception failure) => Rethrow.Now(failure);

    static async Coro<T> Fail<T>(Exception failure)
    {
        Rethrow.Now(failure);
        return default;
    }
#pragma warning restore CS1998
}
