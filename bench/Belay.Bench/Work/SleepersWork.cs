using System.Diagnostics;
using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>A million tasks that sleep for an hour, all at once: their memory, and the time to start and to cancel them.
/// Its size is fixed, so it measures once a process, after a warm-up with few.</summary>
public static class SleepersWork
{
    private const int Count = 1_000_000;
    private const int WarmUpCount = 2_000;
    private static readonly TimeSpan s_nap = TimeSpan.FromHours(1);

    public static WorkItem Item { get; } = new("sleepers")
    {
        Label = "1,000,000 × Coro.Sleep in a task of a group",
        Measurement = effort => Measured(effort, count => Coro.Run(RunBelay(count))),
        Rivals =
        [
            // Not uvloop: its tasks are asyncio's own, and a run takes most of a minute.
            new Rival(RivalKind.Asyncio, "1,000,000 × asyncio.sleep in a task of a group"),
            Rival.DotNet("1,000,000 × Task.Delay in an async method, one token",
                effort => Measured(effort, count => Task.Run(() => RunDotNet(count)).GetAwaiter().GetResult())),
            Rival.Go("1,000,000 × goroutine with a timer, one context"),
        ],
        Rows =
        [
            new Row("a sleeping task, memory", "bytes", "bytes",
                new Goal.Share(RivalKind.Asyncio, 0.25),
                new Goal.Limit("bytes", 400)),
            new Row("a sleeping task, resident memory on every side", "resident", "bytes"),
            new Row("start a million sleeping tasks", "start", "ns a task"),
            new Row("cancel a million sleeping tasks", "cancel", "ns a task"),
        ],
    };

    private static Metrics Measured(Effort effort, Func<int, Metrics> run)
    {
        var tiering = new Tiering();
        var warmUp = Stopwatch.StartNew();
        while (!tiering.IsOver() || warmUp.Elapsed < effort.WarmUp)
        {
            run(WarmUpCount);
        }
        return run(effort.Scale(Count));
    }

    private static async Coro<Metrics> RunBelay(int count)
    {
        var tasks = new CoroTask[count];
        var census = new Census(count);
        await TaskGroup.Run(async group =>
        {
            census.Starting();
            for (var i = 0; i < tasks.Length; i++)
            {
                tasks[i] = group.CreateTask(Sleep());
            }
            // Their first steps are queued before this one's next.
            await Coro.Yield();
            census.Started();
            foreach (var task in tasks)
            {
                task.Cancel();
            }
        });
        return census.Ended();
    }

    private static async Coro Sleep() => await Coro.Sleep(s_nap);

    private static async Task<Metrics> RunDotNet(int count)
    {
        var tasks = new Task[count];
        var census = new Census(count);
        using var source = new CancellationTokenSource();
        census.Starting();
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = SleepDotNet(source.Token);
        }
        census.Started();
        source.Cancel();
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return census.Ended();
    }

    private static async Task SleepDotNet(CancellationToken token) => await Task.Delay(s_nap, token);
}
