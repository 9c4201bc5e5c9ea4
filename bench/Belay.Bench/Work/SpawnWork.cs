using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Children that have nothing to do: the price of having them. Against the cheapest that .NET has for it,
/// an Action that captures nothing.</summary>
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
            Rival.DotNet("1000 × Task.Run, Task.WhenAll", Measure.OnThreadPool(RunDotNetBatch, BatchSize)),
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
            Rival.DotNet("await Task.Run", Measure.OnThreadPool(RunDotNetOne)),
            Rival.Go("go, WaitGroup"),
        ],
        Rows = [Row.Time("spawn in a group and await, one at a time", Goals)],
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

    public static async Task RunDotNetBatch(int count, Probe probe)
    {
        var tasks = new Task[BatchSize];
        probe.Start();
        for (var done = 0; done < count; done += BatchSize)
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                tasks[i] = Task.Run(static () => { });
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

    public static async Task RunDotNetOne(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Task.Run(static () => { });
        }
        probe.Stop();
    }

    private static async Coro Child()
    {
    }
}
