using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>A cancellation that nobody could see: the exception is made when somebody asks for it.</summary>
public class UnseenCancellationTests
{
    /// <summary>An exception is larger.</summary>
    const long _mostBytes = 100;

    public static TheoryData<string> Waits => ["future", "sleep", "lock", "yield", "task"];

    [Theory]
    [MemberData(nameof(Waits))]
    public void Cancel_OfATaskThatNobodyAsks_MakesNoException(string wait) => Loop.Run(async () =>
    {
        var gate = new AsyncLock();
        using var held = await gate.AcquireAsync();
        var least = long.MaxValue;
        for (var batch = 0; batch < 300 && least > _mostBytes; batch++)
        {
            var tasks = Enumerable.Range(0, 100).Select(_ => Coro.CreateTask(Wait(wait, gate))).ToList();
            await Coro.Yield();
            await Coro.Yield();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var task in tasks)
            {
                task.Cancel();
            }
            await Coro.Yield();
            await Coro.Yield();
            await Coro.Yield();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / tasks.Count);
            Assert.All(tasks, task => Assert.True(task.IsCancelled));
        }
        Assert.InRange(least, 1, _mostBytes);
    });

    [Theory]
    [MemberData(nameof(Waits))]
    public void Exception_AskedForAfterwards_HasTheMessageAndTheWay(string wait) => Loop.Run(async () =>
    {
        var gate = new AsyncLock();
        using var held = await gate.AcquireAsync();
        var task = Coro.CreateTask(Outer(wait, gate));
        await Coro.Yield();
        task.Cancel("enough");
        await Coro.Wait([task]);

        var failure = Assert.Throws<CancelledException>(() => task.Exception);

        Assert.Equal("enough", failure.Message);
        Assert.Matches($"(?s){nameof(Wait)}.*{nameof(Outer)}", failure.StackTrace);
    });

    static async Coro Outer(string wait, AsyncLock gate) => await Wait(wait, gate);

    static async Coro Wait(string wait, AsyncLock gate)
    {
        switch (wait)
        {
            case "future": await new Future<int>(); break;
            case "sleep": await Coro.Sleep(TimeSpan.FromDays(1)); break;
            case "lock": await gate.AcquireAsync(); break;
            case "yield": while (true) await Coro.Yield();
            case "task": await Coro.CreateTask(Coro.Sleep(TimeSpan.FromDays(1))); break;
        }
    }
}
