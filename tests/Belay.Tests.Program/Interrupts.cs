using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>Mains that are interrupted in one state or another.</summary>
static class Interrupts
{
    public static int Waits() => Coro.RunMain(CleanUpAfterSignal());

    public static int NeverEnds()
    {
        async Coro Main()
        {
            AskForSignal();
            while (true)
            {
                try
                {
                    await Coro.Sleep(Timeout.InfiniteTimeSpan);
                }
                catch (CancelledException)
                {
                }
            }
        }
        return Coro.RunMain(Main(), new RunOptions { ShutdownGrace = TimeSpan.FromMilliseconds(1) });
    }

    public static int Sleeps()
    {
        async Coro Main()
        {
            AskForSignal();
            await Coro.Sleep(TimeSpan.FromDays(1));
        }
        return Coro.RunMain(Main());
    }

    public static int IsBusy()
    {
        async Coro Main()
        {
            AskForSignal();
            while (true)
            {
                await Coro.Yield();
            }
        }
        return Coro.RunMain(Main());
    }

    public static int AwaitsDotNet()
    {
        async Coro Main()
        {
            AskForSignal();
            await new TaskCompletionSource().Task;
        }
        return Coro.RunMain(Main());
    }

    public static int Swallows()
    {
        async Coro<int> Main()
        {
            await Swallow();
            return 7;
        }
        return Coro.RunMain(Main());
    }

    public static int SwallowsWithoutResult() => Coro.RunMain(Swallow());

    public static int ThrowsInstead()
    {
        async Coro Main()
        {
            await Swallow();
            throw new InvalidDataException("thrown instead");
        }
        return Coro.RunMain(Main());
    }

    public static int WaitsInItsCleanUp()
    {
        async Coro Main()
        {
            try
            {
                AskForSignal();
                await Forever();
            }
            finally
            {
                Say("first");
                await CleanUpAfterSignal();
                Say("not reached");
            }
        }
        return Coro.RunMain(Main());
    }

    public static int KeepsOrder()
    {
        async Coro CleanUp(string name, int turns)
        {
            try
            {
                await Forever();
            }
            finally
            {
                for (var i = 0; i < turns; i++)
                {
                    await Coro.Yield();
                }
                Say(name);
            }
        }
        async Coro Main()
        {
            Coro.CreateTask(CleanUp("detached", 0));
            try
            {
                await TaskGroup.Run(async group =>
                {
                    group.CreateTask(CleanUp("child", 5));
                    await Coro.Yield();
                    AskForSignal();
                    await CleanUp("body", 1);
                });
            }
            finally
            {
                Say("main");
            }
        }
        return Coro.RunMain(Main());
    }

    public static int SparesDetached()
    {
        async Coro<int> Main()
        {
            var detached = Coro.CreateTask(Forever());
            await Swallow();
            await Coro.Yield();
            Say($"detached is cancelled: {detached.Cancelling > 0}");
            return 0;
        }
        return Coro.RunMain(Main());
    }

    public static int Run() => SayOutcome(() => Coro.Run(CleanUpAfterSignal()));

    public static int RunOnAThread()
    {
        var thread = new Thread(() => Run());
        thread.Start();
        thread.Join();
        return 0;
    }

    public static int RunCancelledToo()
    {
        async Coro Main()
        {
            AskForSignal();
            try
            {
                await Forever();
            }
            finally
            {
                Coro.CurrentTask.Cancel();
            }
        }
        return SayOutcome(() => Coro.Run(Main()));
    }

    public static int RunThrowsCancelledAnew()
    {
        async Coro Main()
        {
            await Swallow();
            throw new CancelledException();
        }
        return SayOutcome(() => Coro.Run(Main()));
    }

    public static int RunUncancels()
    {
        async Coro<int> Main()
        {
            await Swallow();
            Say($"{Coro.CurrentTask.Cancelling} request, {Coro.CurrentTask.Uncancel()} left");
            await Coro.Yield();
            return 0;
        }
        return SayOutcome(() => Coro.Run(Main()));
    }

    static async Coro Swallow()
    {
        try
        {
            AskForSignal();
            await Forever();
        }
        catch (CancelledException)
        {
            Say("swallowed");
        }
    }
}
