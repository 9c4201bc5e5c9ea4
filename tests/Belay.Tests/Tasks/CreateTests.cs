using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class CreateTests
{
    [Fact]
    public void CreateTask_FirstStep_IsTakenInTheNextTurn()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            EventLoop.Running.CallSoon(() => log.Add("before"));
            var first = Coro.CreateTask(Say("first"));
            var second = Coro.CreateTask(Say("second"));
            EventLoop.Running.CallSoon(() => log.Add("after"));
            log.Add("main");
            await first;
            await second;
        });
        Assert.Equal(["main", "before", "first", "second", "after"], log);

        async Coro Say(string what)
        {
            log.Add(what);
            await Coro.Yield();
        }
    }

    [Fact]
    public void CreateTask_UntilDone_HasNoOutcome() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(5, turns: 1));
        Assert.False(task.IsDone);
        Assert.False(task.IsCancelled);
        Assert.Throws<InvalidStateException>(() => task.Result);
        Assert.Throws<InvalidStateException>(() => task.Exception);
        await task;
        Assert.True(task.IsDone);
        Assert.Equal(5, task.Result);
        Assert.Null(task.Exception);
        Assert.Same(EventLoop.Running, task.Loop);
    });

    [Fact]
    public void CreateTask_OfAFailingCoroutine_KeepsTheFailure() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var task = Coro.CreateTask(Work.Fail(boom, turns: 1));
        Assert.Same(boom, await Expect.Throws<Boom>(task));
        Assert.Same(boom, task.Exception);
        Assert.False(task.IsCancelled);
        Assert.Same(boom, await Expect.Throws<Boom>(task));
    });

    [Fact]
    public void CreateTask_ResultOfAFailedTask_ThrowsTheFailure() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(FailWithResult());
        await Expect.Throws<Boom>(task);
        Assert.Throws<Boom>(() => task.Result);

        static async Coro<int> FailWithResult()
        {
            await Coro.Yield();
            throw new Boom();
        }
    });

    [Fact]
    public void CreateTask_AwaitedByMany_WakesThemInTheOrderTheyCame()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            var task = Coro.CreateTask(Work.Return(5, turns: 3));
            var waiters = Enumerable.Range(0, 4).Select(i => Coro.CreateTask(Wait(i, task))).ToList();
            foreach (var waiter in waiters)
            {
                await waiter;
            }
        });
        Assert.Equal(["0: 5", "1: 5", "2: 5", "3: 5"], log);

        async Coro Wait(int index, CoroTask<int> task) => log.Add($"{index}: {await task}");
    }

    [Fact]
    public void CreateTask_WithoutName_NumbersThem() => Loop.Run(async () =>
    {
        var first = Coro.CreateTask(Work.Return(1));
        var second = Coro.CreateTask(Work.Return(2));
        Assert.Matches(@"^Task-\d+$", first.Name);
        Assert.Matches(@"^Task-\d+$", second.Name);
        Assert.True(Number(first) < Number(second));
        await first;
        await second;

        static long Number(CoroTask task) =>
            long.Parse(task.Name["Task-".Length..], System.Globalization.CultureInfo.InvariantCulture);
    });

    [Fact]
    public void CreateTask_WithName_HasItAndCanChangeIt() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1), name: "one");
        Assert.Equal("one", task.Name);
        task.Name = "two";
        Assert.Equal("two", task.Name);
        await task;
        Assert.Equal("two", task.Name);
    });

    [Fact]
    public void CurrentTask_InEachTask_IsThatTask() => Loop.Run(async () =>
    {
        var first = new Future<int>();
        var second = new Future<int>();
        CoroTask? one = null;
        CoroTask? two = null;
        one = Coro.CreateTask(One());
        two = Coro.CreateTask(Two());
        var main = Coro.CurrentTask;
        await one;
        await two;
        Assert.Same(main, Coro.CurrentTask);

        async Coro One()
        {
            Assert.Same(one, Coro.CurrentTask);
            await first;
            Assert.Same(one, Coro.CurrentTask);
            second.SetResult(1);
        }

        async Coro Two()
        {
            Assert.Same(two, Coro.CurrentTask);
            first.SetResult(1);
            await second;
            Assert.Same(two, Coro.CurrentTask);
        }
    });

    [Fact]
    public void CurrentTask_InACallback_Throws() => Loop.Run(async () =>
    {
        Exception? soon = null;
        Exception? done = null;
        EventLoop.Running.CallSoon(() => soon = Record.Exception(() => Coro.CurrentTask));
        var task = Coro.CreateTask(Work.Return(1));
        task.AddDoneCallback(_ => done = Record.Exception(() => Coro.CurrentTask));
        await task;
        await Coro.Yield();
        Assert.IsType<InvalidOperationException>(soon);
        Assert.IsType<InvalidOperationException>(done);
    });

    [Fact]
    public void CreateTask_OfTheLibrarysOwnCoroutines_RunsThem()
    {
        var clock = new ManualClock();
        Loop.Run(async () =>
        {
            var yielding = Coro.CreateTask(Coro.Yield());
            var sleeping = Coro.CreateTask(Coro.Sleep(TimeSpan.FromSeconds(1)));
            var cancelled = Coro.CreateTask(Coro.Sleep(TimeSpan.FromSeconds(1)));
            var unstarted = Coro.CreateTask(Coro.Sleep(TimeSpan.FromSeconds(1)));
            unstarted.Cancel();
            await Loop.Turns(3);
            Assert.True(yielding.IsDone);
            Assert.True(unstarted.IsCancelled);
            cancelled.Cancel();
            clock.Advance(TimeSpan.FromSeconds(1));
            await sleeping;
            Assert.True(cancelled.IsCancelled);
        }, new RunOptions { TimeProvider = clock });
    }

    [Fact]
    public void CreateTask_FromACallback_Works() => Loop.Run(async () =>
    {
        var made = new Future<CoroTask<int>>();
        EventLoop.Running.CallSoon(() => made.SetResult(Coro.CreateTask(Work.Return(3, turns: 1))));
        Assert.Equal(3, await await made);
    });

    [Fact]
    public void CreateTask_OfManyTasks_InterleavesThemFairly()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            var a = Coro.CreateTask(Count("a", 2));
            var waits = Coro.CreateTask(Wait(a));
            var c = Coro.CreateTask(Count("c", 4));
            await a;
            log.Add("m");
            await waits;
            log.Add("m2");
            await c;
        });
        Assert.Equal(["a0", "w", "c0", "a1", "c1", "c2", "m", "wa", "c3", "m2"], log);

        async Coro<string> Count(string name, int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                log.Add($"{name}{i}");
                await Coro.Yield();
            }
            return name;
        }

        async Coro Wait(CoroTask<string> task)
        {
            log.Add("w");
            log.Add("w" + await task);
        }
    }
}
