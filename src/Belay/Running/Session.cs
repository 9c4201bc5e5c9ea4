using System.Runtime.InteropServices;

namespace Belay;

/// <summary>A loop with its driver: runs main tasks on it, then closes it in order.</summary>
internal sealed class Session
{
    readonly LoopDriver _driver;
    readonly Grace _grace;
    readonly bool _handleSignals;
    CoroTask? _abandonedMain;

    internal Session(RunOptions? options, bool onPool)
    {
        options ??= new RunOptions();
        Loop = new EventLoop(options) { MainContext = ExecutionContext.Capture() };
        _grace = new Grace(Loop);
        _driver = onPool ? new PoolDriver(Loop) : ThreadDriver.For(Loop);
        _handleSignals = options.HandleSignals ?? !onPool;
    }

    internal EventLoop Loop { get; }

    internal CoroTask CreateMain(Coro main) => InMainContext(Loop.CreateTask(main, null, eager: false));

    internal CoroTask<T> CreateMain<T>(Coro<T> main) => InMainContext(Loop.CreateTask(main, null, eager: false));

    TTask InMainContext<TTask>(TTask main) where TTask : CoroTask
    {
        main.Strand!.Context = Loop.MainContext;
        return main;
    }

    /// <summary>A whole run as a Task, with the outcome of main.</summary>
    internal Task<T> RunToTask<T>(CoroTask main, Func<T> getResult, CancellationToken cancellationToken)
    {
        return Run().Unwrap();

        // The outer task is for one case: a main that fails with an OperationCanceledException which is not its own cancellation. An async
        // method that let it out would be cancelled, but this is a failure.
        async Task<Task<T>> Run()
        {
            try { await RunAndClose(main, cancellationToken).ConfigureAwait(false); }
            catch (OperationCanceledException failure) when (failure is not CancelledException) { return Task.FromException<T>(failure); }
            return Task.FromResult(getResult());
        }
    }

    async ValueTask RunAndClose(CoroTask main, CancellationToken cancellationToken)
    {
        try { await Run(main, cancellationToken).ConfigureAwait(false); }
        finally { await Close().ConfigureAwait(false); }
        main.ThrowIfFailed();
    }

    /// <summary>Runs a main task to its end. A cancellation by Ctrl-C that nobody has taken on himself becomes the interrupt.</summary>
    internal async ValueTask Run(CoroTask main, CancellationToken cancellationToken = default)
    {
        Loop.MainTask = main;
        using var interrupts = _handleSignals ? new Interrupts(main, () => StopFromAnyThread(main)) : null;
        if (cancellationToken.IsCancellationRequested) Stop(main);      // now: its first step must not run
        using var registration = cancellationToken.UnsafeRegister(_ => StopFromAnyThread(main), null);
        try
        {
            await _driver.RunUntil(_grace.Until(main)).ConfigureAwait(false);
        }
        catch
        {
            if (main.IsDone) main.SeeFailure();     // it is on its way out
            throw;
        }
        finally
        {
            Loop.MainTask = null;
        }
        if (!main.IsDone) throw Abandon(main, interrupts?.First);
        if (main.IsCancelled && interrupts is { First: { } signal } && main.Uncancel() == 0) throw new KeyboardInterruptException(signal);
    }

    internal static void CancelFromAnyThread(CoroTask task) => task.Loop.PostFromAnyThread(new Handle(task.Loop, () => task.Cancel()));

    void StopFromAnyThread(CoroTask main) => Loop.PostFromAnyThread(new Handle(Loop, () => Stop(main)));

    void Stop(CoroTask main)
    {
        main.Cancel();
        _grace.Begin();
    }

    /// <summary>It did not end in time: the run ends without it.</summary>
    Exception Abandon(CoroTask main, PosixSignal? signal)
    {
        _abandonedMain = main;
        _grace.Report(main);
        return signal is { } stopped ? new KeyboardInterruptException(stopped) : new CancelledException($"Task {main.Name} did not end within the shutdown grace.");
    }

    /// <summary>
    /// Cancels what is left, all at once, and waits for it; then what that has started, until nothing is left. What is started while
    /// others clean up is not cancelled at once, because it may be part of their cleaning up. Last it waits for what still runs on threads.
    /// </summary>
    internal async ValueTask Close()
    {
        if (Loop.IsClosed) return;
        _grace.Begin();
        Exception? interrupt = null;
        while (Loop.LiveOwners() is var left && (left.Count > 0 ? CountDown.Of(Loop, left) : Loop.ThreadWorkEnd) is { } done)
        {
            foreach (var owner in left) Cancel(owner);
            try
            {
                await _driver.RunUntil(_grace.Until(done)).ConfigureAwait(false);
            }
            catch (KeyboardInterruptException failure)
            {
                interrupt ??= failure;
                continue;   // what is still left is cancelled once more
            }
            if (!done.IsDone)
            {
                ReportAbandoned();
                break;
            }
            foreach (var task in left.OfType<CoroTask>())
                if (!task.IsCancelled && task.SeeFailure() is { } failure) Loop.Report($"Task {task.Name} failed while the loop was closing", failure, task);
        }
        Loop.Close();
        _driver.Close();
        if (interrupt is not null) Rethrow.Now(interrupt);
    }

    void ReportAbandoned()
    {
        foreach (var owner in Loop.LiveOwners())
            if (owner != _abandonedMain) _grace.Report(owner);
        if (Loop.ThreadWorkCount > 0) _grace.ReportThreads(Loop.ThreadWorkCount);
    }

    static void Cancel(IStrandOwner owner)
    {
        if (owner is CoroTask task) task.Cancel();
        else owner.Strand?.RequestCancelUnlessHeld(null);
    }
}
