using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Awaiting what is not Belay's: a Task, done before, done later on the same thread, done on another.
/// asyncio's counterparts are its own future and its executor.</summary>
public static class ForeignWork
{
    public static WorkItem Completed { get; } = new("foreign/completed")
    {
        Label = "await of a completed Task<int>",
        Measurement = Measure.Coroutine(RunBelayCompleted),
        Rivals =
        [
            .. Rival.Python("await of a future that is done"),
            Rival.DotNet("await of a completed Task<int>", Measure.OnThreadPool(RunDotNetCompleted)),
        ],
        Rows = [Row.Time("foreign await, completed")],
    };

    public static WorkItem Pending { get; } = new("foreign/pending")
    {
        Label = "await of a TaskCompletionSource set by CallSoon",
        Measurement = Measure.Coroutine(RunBelayPending),
        Rivals =
        [
            .. Rival.Python("await of a future set by call_soon"),
            Rival.DotNet("await of a TaskCompletionSource set by a pool work item", Measure.OnThreadPool(RunDotNetPending)),
        ],
        Rows = [Row.Time("foreign await, pending")],
    };

    public static WorkItem Thread { get; } = new("foreign/thread")
    {
        Label = "await Task.Run",
        Measurement = Measure.Coroutine(RunBelayThread),
        Rivals =
        [
            .. Rival.Python("await loop.run_in_executor"),
            Rival.DotNet("await Task.Run", Measure.OnThreadPool(SpawnWork.RunDotNetOne)),
        ],
        Rows = [Row.Time("foreign await, done on another thread")],
    };

    public static async Coro RunBelayCompleted(int count, Probe probe)
    {
        var task = Task.FromResult(1);
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await task;
        }
        probe.Stop();
    }

    public static async Task RunDotNetCompleted(int count, Probe probe)
    {
        var task = Task.FromResult(1);
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await task;
        }
        probe.Stop();
    }

    public static async Coro RunBelayPending(int count, Probe probe)
    {
        var loop = EventLoop.Running;
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            var source = new TaskCompletionSource();
            loop.CallSoon(source.SetResult);
            await source.Task;
        }
        probe.Stop();
    }

    public static async Task RunDotNetPending(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            var source = new TaskCompletionSource();
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.SetResult(), source, preferLocal: true);
            await source.Task;
        }
        probe.Stop();
    }

    public static async Coro RunBelayThread(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Task.Run(static () => { });
        }
        probe.Stop();
    }
}
