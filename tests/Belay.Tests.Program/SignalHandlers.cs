using System.Runtime.InteropServices;
using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>What the program has called when a signal comes.</summary>
static class SignalHandlers
{
    public static int OnTheLoop()
    {
        async Coro Main()
        {
            var loop = EventLoop.Running;
            var name = new ContextVar<string>("name") { Value = "set before" };
            foreach (var signal in new[] { PosixSignal.SIGHUP, Signals.User1, Signals.User2 })
            {
                var handled = new Future<bool>();
                loop.AddSignalHandler(signal, () =>
                {
                    Say($"{(int)signal}: {(EventLoop.Running == loop ? "on the loop" : "elsewhere")}, {name.Value}, {(InTask() ? "in a task" : "in no task")}");
                    handled.SetResult(true);
                });
                AskForSignal();
                await handled;
            }
        }
        return Coro.RunMain(Main());
    }

    public static int WaitsForTheStep()
    {
        async Coro Main()
        {
            var handled = new Future<bool>();
            using var arrived = new ManualResetEventSlim();
            using var registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => arrived.Set());
            EventLoop.Running.AddSignalHandler(PosixSignal.SIGHUP, () =>
            {
                Say("handled");
                handled.SetResult(true);
            });
            AskForSignal();
            arrived.Wait();
            Say("the step ends");
            await handled;
        }
        return Coro.RunMain(Main());
    }

    public static int Replaced()
    {
        async Coro Main()
        {
            var loop = EventLoop.Running;
            var handled = new Future<bool>();
            loop.AddSignalHandler(PosixSignal.SIGHUP, () => Say("the first"));
            loop.AddSignalHandler((PosixSignal)1, () =>
            {
                Say("the second");
                handled.SetResult(true);
            });
            AskForSignal();
            await handled;
            Say($"removed: {loop.RemoveSignalHandler(PosixSignal.SIGHUP)}, {loop.RemoveSignalHandler(PosixSignal.SIGHUP)}");
        }
        return Coro.RunMain(Main());
    }

    /// <summary>While there is a handler the run leaves the signal alone; then it is the first one again.</summary>
    public static int OfInterrupts()
    {
        async Coro Main()
        {
            var loop = EventLoop.Running;
            for (var i = 0; i < 3; i++)
            {
                var handled = new Future<bool>();
                loop.AddSignalHandler(PosixSignal.SIGINT, () => handled.SetResult(true));
                AskForSignal();
                await handled;
                Say($"handled, {Coro.CurrentTask.Cancelling} requests");
            }
            loop.RemoveSignalHandler(PosixSignal.SIGINT);
            await CleanUpAfterSignal();
        }
        return Coro.RunMain(Main());
    }

    public static int Throws()
    {
        async Coro Main()
        {
            var reported = new Future<string>();
            var loop = EventLoop.Running;
            _reported = error => reported.SetResult($"{error.Message}: {error.Exception!.Message}");
            loop.AddSignalHandler(PosixSignal.SIGHUP, () => throw new InvalidDataException("no luck"));
            AskForSignal();
            Say(await reported);
        }
        return Coro.RunMain(Main(), new RunOptions { ErrorHandler = error => _reported(error) });
    }

    static Action<LoopError> _reported = _ => { };

    public static int Interrupts()
    {
        async Coro Main()
        {
            EventLoop.Running.AddSignalHandler(PosixSignal.SIGHUP, () => throw new KeyboardInterruptException(PosixSignal.SIGTERM));
            await CleanUpAfterSignal();
        }
        return Coro.RunMain(Main());
    }

    public static int BetweenRuns()
    {
        using var runner = new Runner();
        var handled = new Future<bool>(runner.Loop);
        runner.Loop.AddSignalHandler(PosixSignal.SIGHUP, () => handled.SetResult(true));
        runner.Run(Coro.Yield());
        AskForSignal();
        runner.Run(Await(handled));
        Say("handled");
        return 0;
    }

    public static int Afterwards()
    {
        async Coro Main()
        {
            EventLoop.Running.AddSignalHandler(PosixSignal.SIGHUP, () => Say("not reached"));
            await Coro.Yield();
        }
        Coro.Run(Main());
        AskForSignal();
        Thread.CurrentThread.Join();
        return 0;
    }

    static async Coro Await(Future future) => await future;

    static bool InTask()
    {
        try
        {
            return Coro.CurrentTask is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
