namespace Belay;

/// <summary>
/// An owner for work that goes on beside the rest: listeners, pumps, watchers. Unlike a <see cref="TaskGroup"/> it does not wait for its tasks
/// but ends them: when the body of <see cref="Run(Func{BackgroundTasks, Coro})"/> has ended, all are cancelled and awaited, children before
/// the tasks that started them. asyncio has nothing like it: there such tasks are tracked by hand.
/// </summary>
/// <remarks>
/// A failure of a task disturbs neither the others nor the body: it is reported at once, to <see cref="RunOptions.ErrorHandler"/>, and a
/// <see cref="RestartPolicy"/> says whether the work is started again. Only when a policy's limit is used up does the failure surface: it
/// cancels the body and leaves Run in an <see cref="ExceptionGroup"/>. On the loop's thread only.
/// </remarks>
public sealed partial class BackgroundTasks
{
    readonly EventLoop _loop = EventLoop.Running;
    readonly LinkedList<BackgroundTask> _alive = [];
    readonly List<Exception> _surfaced = [];

    /// <summary>Round the body, to cancel it with: it has no children.</summary>
    TaskGroup? _scope;

    bool _isLeaving;

    BackgroundTasks() { }

    /// <summary>How many are alive, be it that they wait for their restart.</summary>
    public int Count => _alive.Count;

    /// <summary>Runs the body in the current task, then cancels what it has started and waits for that to end.</summary>
    /// <exception cref="ExceptionGroup">A failure has surfaced; a failure of the body is in it too.</exception>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static async Coro Run(Func<BackgroundTasks, Coro> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var tasks = new BackgroundTasks();
        await tasks.Leave(await tasks.Enter(async () => await body(tasks)).Caught());
    }

    /// <inheritdoc cref="Run(Func{BackgroundTasks, Coro})"/>
    /// <returns>What the body returned.</returns>
    public static async Coro<T> Run<T>(Func<BackgroundTasks, Coro<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var tasks = new BackgroundTasks();
        var value = default(T)!;
        await tasks.Leave(await tasks.Enter(async () => { value = await body(tasks); }).Caught());
        return value;
    }

    /// <summary>Starts work that its policy may start again. It takes its first step in the next turn, in a copy of the current context.</summary>
    /// <param name="work">Called for each run of it.</param>
    /// <param name="restart">When to start it again; never, if null.</param>
    /// <param name="name">For people, in reports; "Task-1" and so on if null.</param>
    /// <returns>A task that is done when the work has ended for good, with its last outcome.</returns>
    /// <exception cref="InvalidOperationException">The body has ended, so that everything is being stopped.</exception>
    public CoroTask Start([TakesOwnership] Func<Coro> work, RestartPolicy? restart = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Refusal() is { } refusal) throw refusal;
        return Add(work, restart ?? RestartPolicy.Never, name);
    }

    /// <summary>Takes a coroutine, which runs once.</summary>
    /// <param name="coroutine">Nobody else can use it from now on.</param>
    /// <param name="name">For people, in reports; "Task-1" and so on if null.</param>
    /// <exception cref="InvalidOperationException">The body has ended (the coroutine is closed), or the coroutine was used before.</exception>
    public CoroTask CreateTask([TakesOwnership] Coro coroutine, string? name = null)
    {
        if (Refusal() is { } refusal)
        {
            coroutine.Close();
            throw refusal;
        }
        return Add(() => coroutine, RestartPolicy.Never, name);
    }

    CoroTask Add(Func<Coro> work, RestartPolicy policy, string? name)
    {
        var task = new BackgroundTask(this, work, policy, BackgroundTask.Of(((TaskStrand?)Strand.Current)?.Task, this));
        task.Begin(_loop, name);
        task.Place = _alive.AddLast(task);
        return task.Task;
    }

    InvalidOperationException? Refusal()
    {
        _loop.CheckThread();
        return _isLeaving
            ? new InvalidOperationException("The background tasks are being stopped, so no more can be started. Start them in the body of BackgroundTasks.Run, or in a task while that runs.")
            : null;
    }
}
