// A runner runs several mains on one loop; tasks that are left wait in between and go on in the next run.
namespace Belay.Conformance.Scenarios.Running;

static class RunnerRunsSeveralOnOneLoop
{
    public static void Main()
    {
        using (var runner = new Runner(Options))
        {
            runner.Run(Start());
            Log("between the runs");
            Log("result", runner.Run(Other()));
        }
        Log("closed");
    }

    static async Coro Ticker()
    {
        var number = 0;
        try
        {
            while (true)
            {
                number++;
                Log("tick", number);
                await Coro.Yield();
            }
        }
        finally { Log("ticker cancelled"); }
    }

    static async Coro Start()
    {
        Coro.CreateTask(Ticker());
        await Coro.Yield();
        Log("first main ends");
    }

    static async Coro<string> Other()
    {
        Log("second main");
        await Coro.Yield();
        Log("second main ends");
        return "value";
    }
}
