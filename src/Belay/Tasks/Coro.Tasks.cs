namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Starts a detached task: the loop holds it until it is done, and cancels and awaits it when the run ends. It takes its first step in
    /// the next turn, in a copy of the current context. Its failure reaches only those who await it, else the error handler.
    /// asyncio.create_task. Where someone is to wait for it, use <see cref="TaskGroup"/>.
    /// </summary>
    /// <param name="coroutine">What it runs; nobody else can use it from now on.</param>
    /// <param name="name">For people; "Task-1" and so on if null.</param>
    /// <param name="eager">Takes the first step now, before this call returns; such a task may be done when it does.</param>
    /// <exception cref="InvalidOperationException">No loop runs on this thread, or the coroutine was used before.</exception>
    /// <exception cref="ArgumentException">It is a future or task, not a coroutine.</exception>
    public static CoroTask CreateTask([TakesOwnership] Coro coroutine, string? name = null, bool eager = false) =>
        EventLoop.Running.CreateTask(coroutine, name, eager);

    /// <inheritdoc cref="CreateTask(Coro, string?, bool)"/>
    public static CoroTask<T> CreateTask<T>([TakesOwnership] Coro<T> coroutine, string? name = null, bool eager = false) =>
        EventLoop.Running.CreateTask(coroutine, name, eager);

    /// <summary>The task that is running on this thread's loop. asyncio.current_task.</summary>
    /// <exception cref="InvalidOperationException">There is none: no loop runs here, or this is a bare callback.</exception>
    public static CoroTask CurrentTask => ((TaskStrand?)Strand.Current)?.Task ?? throw Misuse.NoTask();

    /// <summary>The tasks of this thread's loop that are not done, in the order of their creation. A copy. asyncio.all_tasks.</summary>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static IReadOnlyCollection<CoroTask> AllTasks() => EventLoop.Running.LiveTasks();

    /// <summary>
    /// The current task's token, for .NET APIs that take one: cancelled when the task's cancellation is requested. From the moment it was
    /// asked for, a cancelled task leaves an await of .NET's only when the operation has ended, since that may still use its buffers.
    /// After a cancellation has been delivered there is a new one, so that cleaning up is not cancelled too.
    /// </summary>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static CancellationToken Token => CurrentTask.Strand!.GetToken();
}
