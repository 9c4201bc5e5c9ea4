using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

public class ThreadSafeTests
{
    [Fact]
    public void CallSoonThreadSafe_FromAnotherThread_WakesTheLoopAndRunsOnIt() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var home = Environment.CurrentManagedThreadId;
        var ran = new Future<int>();
        var poster = new Thread(() => loop.CallSoonThreadSafe(() =>
        {
            Assert.Same(loop, EventLoop.Running);
            ran.SetResult(Environment.CurrentManagedThreadId);
        }));
        poster.Start();
        Assert.Equal(home, await ran);
        poster.Join();
    });

    [Fact]
    public void CallSoonThreadSafe_FromOneThread_KeepsItsOrder() => Loop.Run(async () =>
    {
        const int count = 1000;
        var loop = EventLoop.Running;
        var seen = new List<int>();
        var all = new Future<int>();
        var poster = new Thread(() =>
        {
            for (var i = 0; i < count; i++)
            {
                var number = i;
                loop.CallSoonThreadSafe(() => seen.Add(number));
            }
            loop.CallSoonThreadSafe(() => all.SetResult(0));
        });
        poster.Start();
        await all;
        poster.Join();
        Assert.Equal(Enumerable.Range(0, count), seen);
    });

    [Fact]
    public void CallSoonThreadSafe_OnTheLoopsOwnThread_IsCallSoon() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var loop = EventLoop.Running;
        loop.CallSoon(() => log.Add("a"));
        loop.CallSoonThreadSafe(() => log.Add("b"));
        loop.CallSoon(() => log.Add("c"));
        await Coro.Yield();
        Assert.Equal(["a", "b", "c"], log);
    });

    [Fact]
    public void CallSoonThreadSafe_ArrivedDuringATurn_ComesAfterWhatIsReady() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var loop = EventLoop.Running;
        loop.CallSoon(() => log.Add("ready"));
        var poster = new Thread(() => loop.CallSoonThreadSafe(() => log.Add("posted")));
        poster.Start();
        poster.Join();
        loop.CallSoon(() => log.Add("ready too"));
        await Loop.Turns(2);
        Assert.Equal(["ready", "ready too", "posted"], log);
    });

    [Fact]
    public void CallSoonThreadSafe_HandleCancelledOnTheLoop_NeverRuns() => Loop.Run(async () =>
    {
        var ran = false;
        var loop = EventLoop.Running;
        Handle? handle = null;
        var poster = new Thread(() => handle = loop.CallSoonThreadSafe(() => ran = true));
        poster.Start();
        poster.Join();
        handle!.Cancel();
        await Loop.Turns(3);
        Assert.False(ran);
    });

    [Fact]
    public void CallSoonThreadSafe_BeforeTheLoopRuns_IsKept()
    {
        var ran = false;
        using var runner = new Runner(new RunOptions { HandleSignals = false });
        var poster = new Thread(() => runner.Loop.CallSoonThreadSafe(() => ran = true));
        poster.Start();
        poster.Join();
        Assert.False(ran);
        runner.Run(Loop.Turns(2));
        Assert.True(ran);
    }

    [Fact]
    public void CallSoonThreadSafe_CallbackThatThrows_IsReported()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var loop = EventLoop.Running;
            var after = new Future<int>();
            var poster = new Thread(() =>
            {
                loop.CallSoonThreadSafe(() => throw new Boom());
                loop.CallSoonThreadSafe(() => after.SetResult(1));
            });
            poster.Start();
            await after;
            poster.Join();
        });
        Assert.IsType<Boom>(Assert.Single(errors).Exception);
    }

    [Fact]
    public void Call_OnAClosedLoop_Throws()
    {
        var runner = new Runner(new RunOptions { HandleSignals = false });
        var loop = runner.Loop;
        runner.Dispose();
        Assert.Throws<InvalidOperationException>(() => loop.CallSoon(() => { }));
        Assert.Throws<InvalidOperationException>(() => loop.CallSoonThreadSafe(() => { }));
        Assert.Throws<InvalidOperationException>(() => loop.CallLater(TimeSpan.Zero, () => { }));
        Assert.Throws<InvalidOperationException>(() => loop.CallAt(TimeSpan.Zero, () => { }));
    }

    [Fact]
    public async Task CallSoonThreadSafe_OnALoopThatBorrowsThreads_RunsThere()
    {
        var loop = new TaskCompletionSource<EventLoop>(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource<int>();
        var run = Coro.RunAsync(Main());
        (await loop.Task).CallSoonThreadSafe(() => end.SetResult(Coro.AllTasks().Count));
        Assert.Equal(1, await HangGuard.Run(run));

        async Coro<int> Main()
        {
            loop.SetResult(EventLoop.Running);
            return await end.Task;
        }
    }
}
