using System.Runtime.InteropServices;

namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Runs a program: a new loop on this thread, with the coroutine as its main task. At its end, whatever way, all tasks that are left are
    /// cancelled and awaited. Ctrl-C and SIGTERM cancel the main task; when it has cleaned up, <see cref="KeyboardInterruptException"/> is
    /// thrown. asyncio.run.
    /// </summary>
    /// <exception cref="KeyboardInterruptException">Ctrl-C or SIGTERM came, and the main task did not decide otherwise.</exception>
    /// <exception cref="InvalidOperationException">A loop runs on this thread already.</exception>
    /// <exception cref="ArgumentException">It is a future or task, not a coroutine.</exception>
    public static void Run(Coro main, RunOptions? options = null)
    {
        CheckNotNested(main);
        using var runner = new Runner(options);
        runner.Run(main);
    }

    /// <inheritdoc cref="Run(Coro, RunOptions?)"/>
    /// <returns>What the main task returned.</returns>
    public static T Run<T>(Coro<T> main, RunOptions? options = null)
    {
        CheckNotNested(main);
        using var runner = new Runner(options);
        return runner.Run(main);
    }

    /// <summary>
    /// For a program's Main: as <see cref="Run(Coro, RunOptions?)"/>, but an error that escapes is written to stderr, with the coroutines it
    /// went through, in the place of a crash.
    /// </summary>
    /// <returns>The exit code: 0; 1 after an error; 130 after Ctrl-C, 143 after SIGTERM.</returns>
    public static int RunMain(Coro main, RunOptions? options = null) => Guard(() =>
    {
        Run(main, options);
        return 0;
    });

    /// <inheritdoc cref="RunMain(Coro, RunOptions?)"/>
    /// <returns>The exit code: what the main task returned; 1 after an error; 130 after Ctrl-C, 143 after SIGTERM.</returns>
    public static int RunMain(Coro<int> main, RunOptions? options = null) => Guard(() => Run(main, options));

    /// <summary>
    /// Runs a program without holding a thread: the loop borrows threads of the pool, one at a time. Otherwise as
    /// <see cref="Run(Coro, RunOptions?)"/>, but signals are left alone unless asked for. May be called anywhere.
    /// </summary>
    /// <param name="main">The main task's coroutine.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Cancels the main task. If that ends cancelled, so does the Task.</param>
    /// <exception cref="ArgumentException">It is a future or task, not a coroutine.</exception>
    public static Task RunAsync(Coro main, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var session = new Session(options, onPool: true);
        var task = session.CreateMain(main);
        return session.RunToTask(task, () => new VoidResult(), cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(Coro, RunOptions?, CancellationToken)"/>
    /// <returns>What the main task returned.</returns>
    public static Task<T> RunAsync<T>(Coro<T> main, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var session = new Session(options, onPool: true);
        var task = session.CreateMain(main);
        return session.RunToTask(task, () => task.Result, cancellationToken);
    }

    static void CheckNotNested(Coro main)
    {
        if (EventLoop.RunningOrNull is null) return;
        main.Close();
        throw Misuse.LoopIsRunning("Coro.Run");
    }

    static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (KeyboardInterruptException interrupt)
        {
            return interrupt.Signal == PosixSignal.SIGTERM ? 143 : 130;
        }
        catch (Exception error)
        {
            ErrorText.Write(Console.Error, error);
            return 1;
        }
    }
}
