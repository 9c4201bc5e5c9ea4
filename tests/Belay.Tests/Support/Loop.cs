using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Belay.Tests.Support;

/// <summary>Runs a test's coroutine as a main task: without signals, and with every error of the loop accounted for.</summary>
static class Loop
{
    /// <summary>Fails the test if the error handler was called.</summary>
    public static void Run(Func<Coro> main, RunOptions? options = null)
    {
        var (failure, errors) = Watch(collecting => Coro.Run(main(), collecting), options);
        Conclude(failure, errors);
    }

    /// <inheritdoc cref="Run(Func{Coro}, RunOptions?)"/>
    public static T Run<T>(Func<Coro<T>> main, RunOptions? options = null)
    {
        T result = default!;
        var (failure, errors) = Watch(collecting => result = Coro.Run(main(), collecting), options);
        Conclude(failure, errors);
        return result;
    }

    /// <summary>For a main that is to fail with exactly this type; the error handler must stay silent.</summary>
    public static TException Fails<TException>(Func<Coro> main, RunOptions? options = null) where TException : Exception =>
        Assert.Throws<TException>(() => Run(main, options));

    /// <summary>For tests about the error handler: what it was given, in order. A failure of main still leaves.</summary>
    public static IReadOnlyList<LoopError> RunCollectingErrors(Func<Coro> main, RunOptions? options = null)
    {
        var (failure, errors) = Watch(collecting => Coro.Run(main(), collecting), options);
        failure?.Throw();
        return errors;
    }

    /// <summary>As <see cref="RunCollectingErrors"/>, for a main that is to fail with exactly this type.</summary>
    public static (TException Failure, IReadOnlyList<LoopError> Errors) FailsCollectingErrors<TException>(
        Func<Coro> main, RunOptions? options = null) where TException : Exception
    {
        var (failure, errors) = Watch(collecting => Coro.Run(main(), collecting), options);
        return (Assert.IsType<TException>(failure?.SourceException), errors);
    }

    /// <summary>Gives up the turn so many times.</summary>
    public static async Coro Turns(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Coro.Yield();
        }
    }

    static (ExceptionDispatchInfo? Failure, IReadOnlyList<LoopError> Errors) Watch(Action<RunOptions> run, RunOptions? options)
    {
        var errors = new ConcurrentQueue<LoopError>();
        var collecting = (options ?? new RunOptions()) with { HandleSignals = false, ErrorHandler = errors.Enqueue };
        ExceptionDispatchInfo? failure = null;
        HangGuard.Run(() =>
        {
            try
            {
                run(collecting);
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        });
        return (failure, [.. errors]);
    }

    static void Conclude(ExceptionDispatchInfo? failure, IReadOnlyList<LoopError> errors)
    {
        if (errors.Count > 0)
        {
            Assert.Fail($"The error handler was called: {string.Join("; ", errors)}. Main: {failure?.SourceException}");
        }
        failure?.Throw();
    }
}
