using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>A thousand tasks are started and wait. Measured is from the first request to the end of the last task,
/// for each task: request, delivery, unwinding, and the owner's learning of it.</summary>
public static class CancelWork
{
    private const int BatchSize = 1000;

    public static WorkItem Plain { get; } = Variant("plain", "cancel a waiting task", CancelBodies.Wait, CancelBodies.WaitDotNet, Goals);

    public static WorkItem Deep { get; } =
        Variant("deep", "cancel a waiting task, five frames deep", CancelBodies.Deep1, CancelBodies.Deep1DotNet, Goals);

    /// <summary>The one place where the exception must be thrown, since the frame has a handler to run.</summary>
    public static WorkItem Finally { get; } =
        Variant("finally", "cancel a waiting task with a finally", CancelBodies.WaitAndCleanUp, CancelBodies.WaitAndCleanUpDotNet, []);

    private static IReadOnlyList<Goal> Goals => [new Goal.Times(RivalKind.Asyncio, 50), new Goal.Share(RivalKind.DotNet, 0.05)];

    private static WorkItem Variant(
        string name, string title, Func<Coro> belay, Func<CancellationToken, Task> dotnet, IReadOnlyList<Goal> goals)
    {
        return new($"cancel/{name}")
        {
            Label = "task.Cancel() on an await of a Future, the group's exit",
            Measurement = Measure.Coroutine((count, probe) => RunBelay(count, probe, belay), BatchSize),
            Rivals =
            [
                .. Rival.Python("task.cancel() on an await of a Future, the group's exit"),
                Rival.DotNet("source.Cancel() on an await of Task.Delay(-1, token), Task.WhenAll",
                    Measure.OnThreadPool((count, probe) => RunDotNet(count, probe, dotnet), BatchSize)),
                Rival.Go("cancel() of a context waited for, WaitGroup"),
            ],
            Rows = [Row.Time(title, goals)],
        };
    }

    public static async Coro RunBelay(int count, Probe probe, Func<Coro> body)
    {
        var tasks = new CoroTask[BatchSize];
        for (var done = 0; done < count; done += BatchSize)
        {
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < tasks.Length; i++)
                {
                    tasks[i] = group.CreateTask(body());
                }
                await Coro.Yield();
                probe.Start();
                foreach (var task in tasks)
                {
                    task.Cancel();
                }
            });
            probe.Stop();
        }
    }

    public static async Task RunDotNet(int count, Probe probe, Func<CancellationToken, Task> body)
    {
        var tasks = new Task[BatchSize];
        var sources = new CancellationTokenSource[BatchSize];
        for (var done = 0; done < count; done += BatchSize)
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                sources[i] = new CancellationTokenSource();
                tasks[i] = body(sources[i].Token);
            }
            probe.Start();
            foreach (var source in sources)
            {
                source.Cancel();
            }
            // The cheapest way to wait for tasks that end cancelled.
            await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            probe.Stop();
            foreach (var source in sources)
            {
                source.Dispose();
            }
        }
    }
}
