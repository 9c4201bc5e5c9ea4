using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

/// <summary>Many threads do what they must not, or only just may, while the loop is busy.</summary>
public class MisuseStressTests
{
    const int _threads = 4;

    [Fact]
    public void Touch_ByManyThreadsWhileTheLoopIsBusy_ThrowsEachTimeAndCorruptsNothing() => Loop.Run(async () =>
    {
        const int attempts = 300;
        var loop = EventLoop.Running;
        var gate = new Future<int>();
        var waiting = Coro.CreateTask(Wait(gate));
        var wrong = 0;
        var left = _threads;
        var threads = Enumerable.Range(0, _threads).Select(_ => new Thread(Attack)).ToList();
        threads.ForEach(thread => thread.Start());

        var sum = 0;
        while (Volatile.Read(ref left) > 0)
        {
            var future = new Future<int>();
            var task = Coro.CreateTask(Wait(future));
            await Coro.Yield();
            future.SetResult(1);
            sum += await task;
        }
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, wrong);
        Assert.True(sum >= 0);
        Assert.False(gate.IsDone);
        Assert.Equal(0, waiting.Cancelling);
        gate.SetResult(42);
        Assert.Equal(42, await waiting);
        _ = Assert.Single(Coro.AllTasks());

        void Attack()
        {
            for (var i = 0; i < attempts; i++)
            {
                Refuses(() => gate.SetResult(-1));
                Refuses(() => gate.SetException(new Boom()));
                Refuses(() => gate.Cancel());
                Refuses(() => gate.AddDoneCallback(_ => { }));
                Refuses(() => waiting.Cancel());
                Refuses(() => loop.CallSoon(() => { }));
            }
            Interlocked.Decrement(ref left);
        }

        void Refuses(Action touch)
        {
            if (Record.Exception(touch) is not InvalidOperationException)
            {
                Interlocked.Increment(ref wrong);
            }
        }
    });

    [Fact]
    public void CallSoonThreadSafe_ByManyThreads_LosesNothingAndKeepsEachOrder() => Loop.Run(async () =>
    {
        var counts = new Counts(perThread: 5_000);
        await counts.PostAll(EventLoop.Running);
    });

    [Fact]
    public async Task CallSoonThreadSafe_ByManyThreadsToALoopThatBorrowsThreads_LosesNothing() =>
        await HangGuard.Run(Coro.RunAsync(PostAll()));

    [Fact]
    public void CallSoonThreadSafe_ToALoopThatKeepsFallingAsleep_WakesItEachTime() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        for (var i = 0; i < 2_000; i++)
        {
            var round = new Future<int>();
            ThreadPool.UnsafeQueueUserWorkItem(_ => loop.CallSoonThreadSafe(() => round.SetResult(i)), null);
            Assert.Equal(i, await round);
        }
    });

    [Fact]
    public void CallSoonThreadSafe_WhileTimersComeDue_WakesTheLoopForBoth() => Loop.Run(PostsAmongTimers);

    [Fact]
    public async Task CallSoonThreadSafe_WhileTimersComeDueOnALoopThatBorrowsThreads_WakesItForBoth() =>
        await HangGuard.Run(Coro.RunAsync(PostsAmongTimers()));

    static async Coro PostsAmongTimers()
    {
        var loop = EventLoop.Running;
        var sleeper = Coro.CreateTask(SleepShortly());
        for (var i = 0; i < 1_000; i++)
        {
            var round = new Future<int>();
            ThreadPool.UnsafeQueueUserWorkItem(_ => loop.CallSoonThreadSafe(() => round.SetResult(i)), null);
            Assert.Equal(i, await round);
        }
        Assert.Equal(100, await sleeper);

        static async Coro<int> SleepShortly()
        {
            var rounds = 0;
            for (; rounds < 100; rounds++)
            {
                await Coro.Sleep(TimeSpan.FromTicks(1 + rounds * 50));
            }
            return rounds;
        }
    }

    [Fact]
    public async Task ForeignAwaits_OfALoopThatBorrowsThreads_AreNeverRunByTwoAtOnce()
    {
        var running = 0;
        await HangGuard.Run(Coro.RunAsync(Main()));

        async Coro Main() => await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 50; i++)
            {
                group.CreateTask(Hop());
            }
            await Coro.Yield();
        });

        async Coro Hop()
        {
            for (var i = 0; i < 50; i++)
            {
                await Task.Yield();
                Assert.Equal(1, Interlocked.Increment(ref running));
                Assert.NotNull(EventLoop.Running);
                Assert.Equal(0, Interlocked.Decrement(ref running));
            }
        }
    }

    static async Coro PostAll()
    {
        var counts = new Counts(perThread: 5_000);
        await counts.PostAll(EventLoop.Running);
    }

    static async Coro<int> Wait(Future<int> future) => await future;

    sealed class Counts(int perThread)
    {
        readonly int[] _next = new int[_threads];
        readonly Future<int> _all = new();
        int _left = _threads * perThread;

        public async Coro PostAll(EventLoop loop)
        {
            var threads = Enumerable.Range(0, _threads).Select(id => new Thread(() => Post(loop, id))).ToList();
            threads.ForEach(thread => thread.Start());
            await _all;
            threads.ForEach(thread => thread.Join());
            Assert.All(_next, next => Assert.Equal(perThread, next));
        }

        void Post(EventLoop loop, int id)
        {
            for (var i = 0; i < perThread; i++)
            {
                var number = i;
                loop.CallSoonThreadSafe(() => Arrive(id, number));
            }
        }

        void Arrive(int id, int number)
        {
            if (_next[id]++ != number)
            {
                _all.SetException(new Boom($"thread {id}: {number} is out of order"));
            }
            if (--_left == 0)
            {
                _all.SetResult(0);
            }
        }
    }
}
