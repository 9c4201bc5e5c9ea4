using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Eight tasks take and release one lock in turns, so that every acquisition waits and every release hands over.
/// They queue up behind the main task, which then lets go.</summary>
public static class LockWork
{
    private const int Tasks = 8;

    public static WorkItem Item { get; } = new("lock")
    {
        Label = "using (await gate.AcquireAsync()), 8 tasks",
        Measurement = Measure.Coroutine(RunBelay, Tasks),
        Rivals =
        [
            .. Rival.Python("async with lock, 8 tasks"),
            Rival.DotNet("await semaphoreSlim.WaitAsync(), Release(), 8 tasks", Measure.OnThreadPool(RunDotNet, Tasks)),
        ],
        Rows = [Row.Time("contended lock", new Goal.Times(RivalKind.Asyncio, 50), new Goal.Share(RivalKind.DotNet, 0.5))],
    };

    public static async Coro RunBelay(int count, Probe probe)
    {
        var gate = new AsyncLock();
        await TaskGroup.Run(async group =>
        {
            using (await gate.AcquireAsync())
            {
                for (var i = 0; i < Tasks; i++)
                {
                    _ = group.CreateTask(Take(gate, count / Tasks));
                }
                await Coro.Yield();
                probe.Start();
            }
        });
        probe.Stop();
    }

    public static async Task RunDotNet(int count, Probe probe)
    {
        using var gate = new SemaphoreSlim(0, 1);
        var tasks = new Task[Tasks];
        for (var i = 0; i < Tasks; i++)
        {
            tasks[i] = Take(gate, count / Tasks);
        }
        probe.Start();
        gate.Release();
        await Task.WhenAll(tasks);
        probe.Stop();
    }

    private static async Coro Take(AsyncLock gate, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using (await gate.AcquireAsync())
            {
            }
        }
    }

    private static async Task Take(SemaphoreSlim gate, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await gate.WaitAsync();
            gate.Release();
        }
    }
}
