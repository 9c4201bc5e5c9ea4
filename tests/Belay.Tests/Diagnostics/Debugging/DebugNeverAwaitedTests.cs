using System.Runtime.CompilerServices;
using Belay.Tests.Support;

#pragma warning disable BELAY001 // Debug mode is to find what the compiler would.

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>A coroutine that is made and dropped is reported, once.</summary>
public class DebugNeverAwaitedTests
{
    static string Here([CallerLineNumber] int line = 0) => $"DebugNeverAwaitedTests.cs:{line}";

    static async Coro Save() => await Coro.Yield();

    [Fact]
    public void Coroutine_Dropped_IsReportedWithItsCreation()
    {
        var line = "";
        DebugRun.Single(async () =>
        {
            line = Here(); _ = Save();
            await Coro.Yield();
        }, "DebugNeverAwaitedTests.Save was never awaited", "it was made\n    at Belay.Tests", ".lambda in ", line);
    }

    [Fact]
    public void Coroutine_DroppedInACoroutineThatWasSuspended_TellsWhoAwaitsThat()
    {
        string inner = "", outer = "";
        var error = Assert.Single(DebugRun.Collect(async () =>
        {
            await Middle();
            outer = Here(-1);
        }));
        var made = error.Message.IndexOf(inner, StringComparison.Ordinal);
        Assert.True(made > 0 && error.Message.IndexOf("Coroutine_DroppedInACoroutineThatWasSuspended", made, StringComparison.Ordinal) > 0, error.Message);
        Assert.NotEmpty(outer);

        async Coro Middle()
        {
            await Coro.Yield();
            inner = Here(); _ = Save();
        }
    }

    [Theory]
    [InlineData("Coro.Sleep")]
    [InlineData("AsyncLock.AcquireAsync")]
    [InlineData("AsyncEvent.WaitAsync")]
    [InlineData("AsyncQueue.PutAsync")]
    [InlineData("Coro.Timeout")]
    [InlineData("Coro.Cleanup")]
    [InlineData("Belay.TaskGroup.Run")]
    public void Coroutine_OfTheLibrary_IsNamedByTheCall(string name) => DebugRun.Single(async () =>
    {
        switch (name)
        {
            case "Coro.Sleep": _ = Coro.Sleep(TimeSpan.FromSeconds(1)); break;
            case "AsyncLock.AcquireAsync": _ = new AsyncLock().AcquireAsync(); break;
            case "AsyncEvent.WaitAsync": _ = new AsyncEvent().WaitAsync(); break;
            case "AsyncQueue.PutAsync": _ = new AsyncQueue<int>().PutAsync(1); break;
            case "Coro.Timeout": _ = Coro.Timeout(null, _ => Coro.CompletedCoro); break;
            case "Coro.Cleanup": _ = Coro.Cleanup(TimeSpan.FromSeconds(1), () => Coro.CompletedCoro); break;
            default: _ = TaskGroup.Run(_ => Coro.CompletedCoro); break;
        }
        await Coro.Yield();
    }, $"The coroutine {name}", " was never awaited");

    [Fact]
    public void Coroutine_Collected_IsReportedWhileTheLoopRuns()
    {
        var reported = 0;
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions { Debug = true, TimeProvider = new VirtualTimeProvider(), HandleSignals = false, ErrorHandler = _ => reported++ }));
        Assert.Equal(1, reported);

        async Coro Main()
        {
            Drop();
            for (var i = 0; i < 10 && reported == 0; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Coro.Yield();
            }
            Assert.Equal(1, reported);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop() => _ = Save();
    }

    [Fact]
    public void Coroutines_ManyDropped_AreReportedOnceEach()
    {
        const int count = 300;
        var errors = DebugRun.Collect(async () =>
        {
            for (var i = 0; i < count; i++)
            {
                _ = Save();
                await Save();
            }
        });
        Assert.Equal(count, errors.Count);
    }

    [Fact]
    public void Coroutines_UsedInAnyWay_AreNotReported() => DebugRun.Silent(async () =>
    {
        await Save();
        await Coro.CreateTask(Save());
        var later = Save();
        await Coro.Yield();
        await later;
        Coro.CreateTask(Save()).Cancel();       // before its first step
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Save());
            await Deep(300);
        });
        await Task.Run(() => { });
        await AsyncTaskMethod();

        static async Task AsyncTaskMethod()
        {
            await Save();
            await Coro.Yield();
        }

        static async Coro Deep(int depth)
        {
            if (depth > 0) await Deep(depth - 1);
            else await Coro.Yield();
        }
    });

    [Fact]
    public void Coroutine_RefusedByItsOwner_IsNotReported() => DebugRun.Silent(async () =>
    {
        TaskGroup? finished = null;
        await TaskGroup.Run(group =>
        {
            finished = group;
            return Coro.CompletedCoro;
        });
        Assert.Throws<InvalidOperationException>(() => finished!.CreateTask(Save()));
        Assert.Throws<InvalidOperationException>(() => Coro.Run(Save()));
    });
}
