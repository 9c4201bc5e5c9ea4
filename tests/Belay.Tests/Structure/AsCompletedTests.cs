using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

public class AsCompletedTests
{
    [Fact]
    public void AsCompleted_Tasks_ComeInTheOrderOfTheirEnds() => Virtual.Run(async () =>
    {
        CoroTask<string> a = Start("a", 0.1), b = Start("b", 0.1), c = Start("c", 0.05);
        var order = new List<CoroTask<string>>();
        await foreach (var task in Coro.AsCompleted([b, c, a]))
        {
            Assert.True(task.IsDone);
            order.Add(task);
        }
        Assert.Equal([c, a, b], order);
        Assert.Equal(Seconds(0.1), EventLoop.Running.Time);
    });

    [Fact]
    public void AsCompleted_PlainTasks_ComeThemselves() => Virtual.Run(async () =>
    {
        CoroTask a = Coro.CreateTask(Virtual.Sleep(2)), b = Coro.CreateTask(Virtual.Sleep(1));
        var order = new List<CoroTask>();
        await foreach (var task in Coro.AsCompleted([a, b]))
        {
            order.Add(task);
        }
        Assert.Equal([b, a], order);
    });

    [Fact]
    public void AsCompleted_None_EndsAtOnce() => Loop.Run(async () =>
    {
        await foreach (var task in Coro.AsCompleted(Array.Empty<CoroTask>(), Seconds(1)))
        {
            Assert.Fail($"{task}");
        }
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void AsCompleted_Duplicates_ComeOnce() => Virtual.Run(async () =>
    {
        var task = Start("a", 1);
        Assert.Equal([task], await All(Coro.AsCompleted([task, task])));
    });

    [Fact]
    public void AsCompleted_Failures_ComeAsTasks() => Loop.Run(async () =>
    {
        CoroTask failing = Coro.CreateTask(Work.Fail(new Boom(), turns: 1)), cancelled = Coro.CreateTask(Work.Forever());
        cancelled.Cancel();
        await foreach (var task in Coro.AsCompleted([failing, cancelled]))
        {
            if (task == failing) Assert.IsType<Boom>(task.Exception);
            else Assert.True(task.IsCancelled);
        }
    });

    [Fact]
    public void AsCompleted_DoneBefore_ComesInTheNextTurn() => Loop.Run(async () =>
    {
        var done = Coro.CreateTask(Work.Return(1));
        await done;
        await Coro.Yield();
        using var turns = new TurnCounter();
        await foreach (var task in Coro.AsCompleted([done]))
        {
            Assert.Equal(2, turns.Count);
        }
        Assert.Equal(2, turns.Count);
    });

    [Fact]
    public void AsCompleted_ItemsThatAreThere_TakeNoTurn() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, 5).Select(i => Coro.CreateTask(Work.Return(i))).ToList();
        var completed = Coro.AsCompleted(tasks);
        await Loop.Turns(3);
        using var turns = new TurnCounter();
        Assert.Equal(tasks, await All(completed));
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void AsCompleted_TasksThatEndOneATurn_TakesNoOtherTurns() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, 5).Select(i => Coro.CreateTask(Loop.Turns(i))).ToList();
        using var turns = new TurnCounter();
        var seen = new List<int>();
        await foreach (var task in Coro.AsCompleted(tasks))
        {
            seen.Add(turns.Count);
        }
        Assert.Equal(Enumerable.Range(seen[0], 5), seen);
    });

    [Fact]
    public void AsCompleted_TimeIsUp_ThrowsAfterThoseThatEndedAndLeavesTheOthers() => Virtual.Run(async () =>
    {
        CoroTask<string> a = Start("a", 0.1), b = Start("b", 10);
        var seen = new List<string>();
        await Expect.Throws<TimeoutException>(() => Read(Coro.AsCompleted([a, b], Seconds(0.5)), seen));
        Assert.Equal(["a"], seen);
        Assert.Equal(Seconds(0.5), EventLoop.Running.Time);
        Assert.False(b.IsDone);
        Assert.Equal(0, b.Cancelling);
        Assert.Equal("b", await b);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void AsCompleted_NoTime_Throws(int seconds) => Virtual.Run(async () =>
    {
        var task = Start("a", 1);
        await Expect.Throws<TimeoutException>(() => Read(Coro.AsCompleted([task], Seconds(seconds)), []));
        Assert.Equal(TimeSpan.Zero, EventLoop.Running.Time);
    });

    [Fact]
    public void AsCompleted_LimitThatIsNotNeeded_LeavesNoTimer() => Virtual.Run(async () =>
    {
        var task = Start("a", 0.01);
        Assert.Equal([task], await All(Coro.AsCompleted([task], Seconds(1))));
        Assert.Equal(0, EventLoop.Running.TimerCount);
        Assert.Equal(Seconds(0.01), EventLoop.Running.Time);
    });

    [Fact]
    public void AsCompleted_InfiniteTime_IsNoLimit() => Virtual.Run(async () =>
    {
        var task = Start("a", 1000);
        Assert.Equal([task], await All(Coro.AsCompleted([task], Timeout.InfiniteTimeSpan)));
    });

    [Fact]
    public void AsCompleted_LimitCountsFromTheCall() => Virtual.Run(async () =>
    {
        var completed = Coro.AsCompleted([Start("a", 10)], Seconds(2));
        await Virtual.Sleep(1);
        await Expect.Throws<TimeoutException>(() => Read(completed, []));
        Assert.Equal(Seconds(2), EventLoop.Running.Time);
    });

    [Fact]
    public void AsCompleted_LoopLeftEarly_CanBeGoneOnWith() => Virtual.Run(async () =>
    {
        CoroTask<string> a = Start("a", 1), b = Start("b", 2), c = Start("c", 3);
        var completed = Coro.AsCompleted([a, b, c], Seconds(2.5));
        await foreach (var task in completed)
        {
            Assert.Same(a, task);
            break;
        }
        Assert.Equal(0, EventLoop.Running.TimerCount - 2);      // those of the tasks that still sleep
        var seen = new List<string>();
        await Expect.Throws<TimeoutException>(() => Read(completed, seen));
        Assert.Equal(["b"], seen);
        await c;
    });

    [Fact]
    public void AsCompleted_TwoLoopsAtOnce_ShareTheTasks() => Virtual.Run(async () =>
    {
        var completed = Coro.AsCompleted(Enumerable.Range(1, 6).Select(i => Start($"{i}", i)).ToList(), Seconds(100));
        List<string> first = [], second = [];
        await Coro.Gather(Read(completed, first), Read(completed, second));
        Assert.Equal(["1", "3", "5"], first);
        Assert.Equal(["2", "4", "6"], second);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Cancel_InTheLoop_LeavesTheTasks() => Virtual.Run(async () =>
    {
        var task = Start("a", 10);
        var reader = Coro.CreateTask(Read(Coro.AsCompleted([task], Seconds(100)), []));
        await Coro.Yield();
        reader.Cancel("enough");
        Assert.Equal("enough", (await Expect.Throws<CancelledException>(reader)).Message);
        Assert.Equal(0, task.Cancelling);
        Assert.Equal("a", await task);
        Assert.Equal(Seconds(10), EventLoop.Running.Time);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Cancel_AReaderThatWasJustWoken_TheNextGetsTheTask() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        CoroTask<int> a = Coro.CreateTask(Wait()), b = Coro.CreateTask(Work.Return(2, turns: 9));
        var completed = Coro.AsCompleted([a, b]);
        List<int> first = [], second = [];
        var reader = Coro.CreateTask(ReadOne(completed, first));
        var other = Coro.CreateTask(ReadOne(completed, second));
        await Coro.Yield();
        gate.SetResult(1);
        await Loop.Turns(2);
        reader.Cancel();
        await Expect.Throws<CancelledException>(reader);
        await other;
        Assert.Empty(first);
        Assert.Equal([1], second);

        async Coro<int> Wait() => await gate;
    });

    [Fact]
    public void AsCompleted_Misuse_Throws() => Loop.Run(async () =>
    {
        Assert.Throws<ArgumentNullException>(() => Coro.AsCompleted((IEnumerable<CoroTask>)null!));
        Assert.Throws<ArgumentException>(() => Coro.AsCompleted(new CoroTask[] { null! }));
        await Coro.Yield();
    });

    [Fact]
    public void AsCompleted_WhereNoLoopRuns_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Coro.AsCompleted(Array.Empty<CoroTask>()));

    [Fact]
    public void AsCompleted_TaskOfAnotherLoop_Throws()
    {
        using var other = new Runner();
        var foreign = other.Loop.CreateTask(Work.Return(1), null, eager: false);
        Loop.Run(async () =>
        {
            Assert.Throws<ArgumentException>(() => Coro.AsCompleted([foreign]));
            await Coro.Yield();
        });
    }

    [Fact]
    public void AsCompleted_Many_GivesAll() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, 5000).Select(i => Coro.CreateTask(Work.Return(i, turns: i % 7))).ToList();
        Assert.Equal(tasks.ToHashSet(), (await All(Coro.AsCompleted(tasks))).ToHashSet());
    });

    [Fact]
    public void AsCompleted_FailureNobodyLooksAt_IsReported()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            await foreach (var task in Coro.AsCompleted([Coro.CreateTask(Work.Fail(new Boom("unseen")))]))
            {
                Assert.True(task.IsDone);
            }
        });
        Assert.Equal("unseen", Assert.Single(errors).Exception!.Message);
    }

    static CoroTask<string> Start(string value, double seconds) => Coro.CreateTask(Return(value, seconds));

    static async Coro<List<CoroTask<T>>> All<T>(IAsyncEnumerable<CoroTask<T>> completed)
    {
        var all = new List<CoroTask<T>>();
        await foreach (var task in completed)
        {
            all.Add(task);
        }
        return all;
    }

    static async Coro Read(IAsyncEnumerable<CoroTask<string>> completed, List<string> seen)
    {
        await foreach (var task in completed)
        {
            seen.Add(await task);
        }
    }

    static async Coro ReadOne(IAsyncEnumerable<CoroTask<int>> completed, List<int> seen)
    {
        await foreach (var task in completed)
        {
            seen.Add(await task);
            break;
        }
    }
}
