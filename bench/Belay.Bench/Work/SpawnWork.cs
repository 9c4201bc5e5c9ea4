using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Children that have nothing to do: the price of having them. A child is an async method, here and in .NET; beside that is the
/// cheapest that .NET has to start, an Action that captures nothing.</summary>
public static class SpawnWork
{
    private const int BatchSize = 1000;

    public static WorkItem Batch { get; } = new("spawn/batch")
    {
        Label = "TaskGroup.Run over 1000 × CreateTask",
        Measurement = Measure.Coroutine(RunBelayBatch, BatchSize),
        Rivals =
        [
            .. Rival.Python("TaskGroup over 1000 × create_task"),
            Rival.DotNet("1000 × Task.Run of an async method, Task.WhenAll", Measure.OnThreadPool((count, probe) => RunDotNetBatch(RunMethod, count, probe), BatchSize)),
            Rival.Go("1000 × go, WaitGroup"),
        ],
        Rows = [Row.Time("spawn in a group, 1000 at a time, and join", Goals)],
    };

    public static WorkItem One { get; } = new("spawn/one")
    {
        Label = "await group.CreateTask",
        Measurement = Measure.Coroutine(RunBelayOne),
        Rivals =
        [
            .. Rival.Python("await group.create_task"),
            Rival.DotNet("await Task.Run of an async method", Measure.OnThreadPool((count, probe) => RunDotNetOne(RunMethod, count, probe))),
            Rival.Go("go, WaitGroup"),
        ],
        Rows = [Row.Time("spawn in a group and await, one at a time", Goals)],
    };

    public static WorkItem BatchOfActions { get; } = new("spawn/batch/action")
    {
        Label = Batch.Label,
        Measurement = Batch.Measurement,
        Rivals = [Rival.DotNet("1000 × Task.Run of an Action, Task.WhenAll", Measure.OnThreadPool((count, probe) => RunDotNetBatch(RunAction, count, probe), BatchSize))],
        Rows = [Row.Time("spawn 1000 and join, beside .NET's Actions")],
    };

    public static WorkItem OneAction { get; } = new("spawn/one/action")
    {
        Label = One.Label,
        Measurement = One.Measurement,
        Rivals = [Rival.DotNet("await Task.Run of an Action", Measure.OnThreadPool(RunDotNetOne))],
        Rows = [Row.Time("spawn and await one at a time, beside .NET's Actions")],
    };

    private static IReadOnlyList<Goal> Goals =>
    [
        new Goal.Times(RivalKind.Asyncio, 100),
        new Goal.Share(RivalKind.DotNet, 0.5),
        new Goal.Share(RivalKind.Go, 0.5),
    ];

    public static async Coro RunBelayBatch(int count, Probe probe)
    {
        probe.Start();
        for (var done = 0; done < count; done += BatchSize)
        {
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < BatchSize; i++)
                {
                    _ = group.CreateTask(Child());
                }
            });
        }
        probe.Stop();
    }

    public static async Task RunDotNetBatch(Func<Task> run, int count, Probe probe)
    {
        var tasks = new Task[BatchSize];
        probe.Start();
        for (var done = 0; done < count; done += BatchSize)
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                tasks[i] = run();
            }
            await Task.WhenAll(tasks);
        }
        probe.Stop();
    }

    public static async Coro RunBelayOne(int count, Probe probe)
    {
        await TaskGroup.Run(async group =>
        {
            probe.Start();
            for (var i = 0; i < count; i++)
            {
                await group.CreateTask(Child());
            }
            probe.Stop();
        });
    }

    public static Task RunDotNetOne(int count, Probe probe) => RunDotNetOne(RunAction, count, probe);

    public static async Task RunDotNetOne(Func<Task> run, int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await run();
        }
        probe.Stop();
    }

    private static Task RunAction() => Task.Run(static () => { });

    public static Task RunMethod() => Task.Run(ChildMethod);

    private static async Coro Child()
    {
    }

    private static async Task ChildMethod()
    {
    }
}
