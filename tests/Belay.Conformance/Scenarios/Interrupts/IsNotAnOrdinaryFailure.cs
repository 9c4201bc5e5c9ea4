// A KeyboardInterrupt is kept by the task as well: whoever awaits it later gets it.
namespace Belay.Conformance.Scenarios.Interrupts;

static class IsNotAnOrdinaryFailure
{
    public static void Main()
    {
        List<CoroTask> tasks = [];
        using var runner = new Runner(Options);
        try { runner.Run(Start(tasks)); }
        catch (KeyboardInterruptException error) { Log("left the run", error); }
        runner.Run(Ask(tasks));
    }

    static async Coro Interrupts() => throw new KeyboardInterruptException();

    static async Coro Start(List<CoroTask> tasks)
    {
        tasks.Add(Coro.CreateTask(Interrupts()));
        await Coro.Sleep(Seconds(3600));
    }

    static async Coro Ask(List<CoroTask> tasks) => Log("the task's exception", tasks[0].Exception);
}
