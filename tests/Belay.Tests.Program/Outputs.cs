using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>Programs that end by themselves, for their exit code and what they print.</summary>
static class Outputs
{
    public static int Returns()
    {
        async Coro<int> Main()
        {
            await Coro.Yield();
            return 5;
        }
        return Coro.RunMain(Main());
    }

    public static int Fails() => Coro.RunMain(OuterFrame());

    public static int FailsWithGroups()
    {
        async Coro Leaf(string text)
        {
            await Coro.Yield();
            throw new InvalidDataException(text);
        }
        var main = TaskGroup.Run(async outer =>
        {
            outer.CreateTask(Leaf("first leaf"));
            outer.CreateTask(TaskGroup.Run(async inner =>
            {
                inner.CreateTask(Leaf("deep leaf"));
                inner.CreateTask(Leaf("other deep leaf"));
            }));
        });
        return Coro.RunMain(main);
    }

    public static int FailsInATask()
    {
        async Coro Main() => await Coro.CreateTask(OuterFrame());
        return Coro.RunMain(Main());
    }

    public static int Cancelled()
    {
        async Coro Main()
        {
            Coro.CurrentTask.Cancel("by itself");
            await Forever();
        }
        return Coro.RunMain(Main());
    }

    /// <summary>Failures that nobody sees go to stderr and decide nothing.</summary>
    public static int Reports()
    {
        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new InvalidDataException("in a callback"));
            Coro.CreateTask(FailsWith("in a task"), "the detached one");
            await Coro.Yield();
            await Coro.Yield();
        }
        return Coro.RunMain(Main());
    }

    public static int ReportsAtShutdown()
    {
        async Coro Leftover()
        {
            try
            {
                await Forever();
            }
            finally
            {
                await FailsWith("in a clean-up");
            }
        }
        async Coro Main()
        {
            Coro.CreateTask(Leftover());
            await Coro.Yield();
        }
        return Coro.RunMain(Main());
    }

    static async Coro OuterFrame() => await InnerFrame();

    static async Coro InnerFrame()
    {
        await Coro.Yield();
        await FailsWith("out of data");
    }

    static async Coro FailsWith(string text)
    {
        await Coro.Yield();
        throw new InvalidDataException(text);
    }
}
