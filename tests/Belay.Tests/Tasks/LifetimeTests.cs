using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>The loop holds a task until it is done, and no longer.</summary>
public class LifetimeTests
{
    [Fact]
    public void Task_NobodyElseHolds_LivesUntilItIsDone() => Loop.Run(async () =>
    {
        var task = Detach();
        Collect();
        Assert.True(task.TryGetTarget(out _));
        Assert.Equal(2, Coro.AllTasks().Count);
        CancelOthers();
        await Loop.Turns(2);
        _ = Assert.Single(Coro.AllTasks());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference<CoroTask> Detach() => new(Coro.CreateTask(Work.Forever()));
    });

    [Fact]
    public void Task_ThatIsDone_IsLetGoWithItsResultAndArguments() => Loop.Run(async () =>
    {
        var (task, argument, result) = Start();
        await Loop.Turns(3);
        await Overwrite();
        Collect();
        Assert.False(task.TryGetTarget(out _));
        Assert.False(argument.TryGetTarget(out _));
        Assert.False(result.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference<CoroTask>, WeakReference<object>, WeakReference<object>) Start()
        {
            var argument = new object();
            var result = new object();
            return (new(Coro.CreateTask(Take(argument, result))), new(argument), new(result));
        }

        static async Coro<object> Take(object argument, object result)
        {
            await Coro.Yield();
            Assert.NotNull(argument);
            return result;
        }
    });

    [Fact]
    public void Task_Cancelled_IsLetGoWithItsArguments() => Loop.Run(async () =>
    {
        var argument = Start();
        await Coro.Yield();
        CancelOthers();
        await Loop.Turns(3);
        await Overwrite();
        Collect();
        Assert.False(argument.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference<object> Start()
        {
            var argument = new object();
            _ = Coro.CreateTask(Take(argument));
            return new(argument);
        }

        static async Coro Take(object argument)
        {
            await Work.Forever();
            GC.KeepAlive(argument);
        }
    });

    // The loop may still remember the last callback that it ran.
    static async Coro Overwrite()
    {
        await Coro.CreateTask(Work.Return(0, turns: 2));
        await Loop.Turns(2);
    }

    static void CancelOthers()
    {
        foreach (var task in Coro.AllTasks().Where(task => task != Coro.CurrentTask))
        {
            task.Cancel();
        }
    }

    static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
