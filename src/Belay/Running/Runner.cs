namespace Belay;

/// <summary>
/// Several runs on one loop, which tasks may outlive between; Dispose is the end, where those are cancelled and awaited. The main tasks
/// share a context: what one sets the next sees. asyncio.Runner.
/// </summary>
/// <remarks>Runs and Dispose are for one thread at a time, which need not be the same.</remarks>
public sealed class Runner : IDisposable
{
    readonly Session _session;
    bool _isDisposed;

    /// <summary>Makes the loop; nothing runs yet.</summary>
    public Runner(RunOptions? options = null) => _session = new Session(options, onPool: false);

    /// <summary>The loop. Between runs it can be given callbacks, which run in the next one.</summary>
    /// <exception cref="InvalidOperationException">The runner is disposed.</exception>
    public EventLoop Loop
    {
        get
        {
            CheckOpen();
            return _session.Loop;
        }
    }

    /// <summary>Runs a coroutine to its end, as <see cref="Coro.Run(Coro, RunOptions?)"/> does, but leaves other tasks as they are.</summary>
    /// <exception cref="InvalidOperationException">A loop runs on this thread, or the runner is disposed.</exception>
    /// <exception cref="ArgumentException">It is a future or task, not a coroutine.</exception>
    public void Run(Coro main)
    {
        CheckCanRun();
        RunTask(_session.CreateMain(main));
    }

    /// <inheritdoc cref="Run(Coro)"/>
    public T Run<T>(Coro<T> main)
    {
        CheckCanRun();
        var task = _session.CreateMain(main);
        RunTask(task);
        return task.Result;
    }

    /// <summary>asyncio: Runner.close. Cancels what is left, waits for it, closes the loop. Further calls do nothing.</summary>
    /// <exception cref="InvalidOperationException">A loop runs on this thread.</exception>
    public void Dispose()
    {
        if (_isDisposed) return;
        if (EventLoop.RunningOrNull is not null) throw Misuse.LoopIsRunning("Runner.Dispose");
        _isDisposed = true;
        _session.Close().GetAwaiter().GetResult();
    }

    void RunTask(CoroTask main)
    {
        // The driver of this thread has done everything when it returns, so there is nothing to wait for.
        _session.Run(main).GetAwaiter().GetResult();
        main.ThrowIfFailed();
    }

    void CheckCanRun()
    {
        if (EventLoop.RunningOrNull is not null) throw Misuse.LoopIsRunning("Run");
        CheckOpen();
    }

    void CheckOpen()
    {
        if (_isDisposed) throw Misuse.Closed("The runner");
    }
}
