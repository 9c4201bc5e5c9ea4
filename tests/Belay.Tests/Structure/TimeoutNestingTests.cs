using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

/// <summary>Time-outs in each other, in groups, and groups in them.</summary>
public class TimeoutNestingTests
{
    [Fact]
    public void Timeout_NestedWithTheSameDeadline_OnlyTheOuterThrows() => Virtual.Run(async () =>
    {
        var cancelled = false;
        TimeoutScope? first = null, second = null;
        await Expect.Throws<TimeoutException>(Coro.TimeoutAt(Seconds(1), async outer =>
        {
            first = outer;
            try
            {
                await Coro.TimeoutAt(Seconds(1), inner =>
                {
                    second = inner;
                    return Virtual.Sleep(10);
                });
            }
            catch (CancelledException)
            {
                cancelled = true;
                throw;
            }
        }));
        Assert.True(cancelled);
        Assert.True(first!.IsExpired);
        Assert.True(second!.IsExpired);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_InnerIsUpFirst_TheInnerThrows() => Virtual.Run(async () =>
    {
        TimeoutScope? outer = null;
        await Coro.Timeout(Seconds(10), async scope =>
        {
            outer = scope;
            await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Virtual.Sleep(5)));
            Assert.Equal(0, Coro.CurrentTask.Cancelling);
            await Virtual.Sleep(5);
        });
        Assert.False(outer!.IsExpired);
    });

    [Fact]
    public void Timeout_OuterIsUpFirst_TheInnerIsOnlyCancelled() => Virtual.Run(async () =>
    {
        TimeoutScope? inner = null;
        CancelledException? seen = null;
        var timeout = await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), async _ =>
        {
            seen = await Expect.Throws<CancelledException>(Coro.Timeout(Seconds(10), scope =>
            {
                inner = scope;
                return Work.Forever();
            }));
            throw seen;
        }));
        Assert.False(inner!.IsExpired);
        Assert.Same(seen, timeout.InnerException);
    });

    [Fact]
    public void Timeout_InTheCleanUpOfAnother_Works() => Virtual.Run(async () =>
    {
        TimeoutException? second = null;
        var first = await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), async _ =>
        {
            try
            {
                await Virtual.Sleep(10);
            }
            finally
            {
                second = await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Virtual.Sleep(10)));
            }
        }));
        Assert.NotSame(first.InnerException, second!.InnerException);
        Assert.Equal(Seconds(2), EventLoop.Running.Time);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_LoopBusyPastBothDeadlines_TheOuterIsNotLost() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(2), async _ =>
        {
            await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Work.Forever()));
            await Virtual.Sleep(10);
        }));
        Assert.Equal(Seconds(2), EventLoop.Running.Time);
    });

    [Fact]
    public void Timeout_ThreeLevels_EachHasItsOwn() => Virtual.Run(async () =>
    {
        var log = new List<string>();
        await Level(3, "outer", async () => await Level(2, "middle", async () => await Level(1, "inner", async () => await Work.Forever())));
        Assert.Equal(["inner", "middle", "outer"], log);
        Assert.Equal(Seconds(3), EventLoop.Running.Time);

        async Coro Level(int seconds, string name, Func<Coro> body)
        {
            await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(seconds), async _ =>
            {
                await body();
                await Work.Forever();
            }));
            log.Add(name);
        }
    });

    [Fact]
    public void Timeout_RoundAGroup_CancelsItsChildren() => Virtual.Run(async () =>
    {
        var cancelled = 0;
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            await Work.Forever();
        })));
        Assert.Equal(2, cancelled);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_RoundAGroupThatWaitsAtItsEnd_CancelsItsChildren() => Virtual.Run(async () =>
    {
        var cancelled = 0;
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => TaskGroup.Run(group =>
        {
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            return Coro.CompletedCoro;
        })));
        Assert.Equal(1, cancelled);
    });

    [Fact]
    public void Timeout_RoundAGroupWhoseChildFailsInCleanUp_TheGroupsFailureLeaves() => Virtual.Run(async () =>
    {
        var group = await Expect.Throws<ExceptionGroup>(Coro.Timeout(Seconds(1), _ => TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.FailWhenCancelled(new Boom()));
            await Work.Forever();
        })));
        Assert.IsType<Boom>(Assert.Single(group.InnerExceptions));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Coro.Yield();
    });

    [Fact]
    public void Timeout_InAGroup_OnlyEndsItsBlock() => Virtual.Run(async () =>
    {
        var finished = false;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Finish());
            await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Work.Forever()));
        });
        Assert.True(finished);

        async Coro Finish()
        {
            await Virtual.Sleep(5);
            finished = true;
        }
    });

    [Fact]
    public void Timeout_InTheBodyOfAGroupThatAborts_LetsTheGroupsCancelThrough() => Virtual.Run(async () =>
    {
        TimeoutScope? inner = null;
        await Failures.InGroup(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(_boom, turns: 2));
            await Coro.Timeout(Seconds(1), scope =>
            {
                inner = scope;
                return Work.Forever();
            });
        }), _boom);
        Assert.False(inner!.IsExpired);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_OfAChild_IsAFailureOfTheGroup() => Virtual.Run(async () =>
    {
        var group = await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            group.CreateTask(Coro.Timeout(Seconds(1), _ => Work.Forever()));
            await Work.Forever();
        }));
        Assert.IsType<TimeoutException>(Assert.Single(group.InnerExceptions));
    });

    [Fact]
    public void Timeout_DueTogetherWithAChildThatWouldFail_TheChildIsCancelledBeforeThat() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => TaskGroup.Run(async group =>
        {
            group.CreateTask(FailAt(1));
            await Work.Forever();
        })));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        static async Coro FailAt(double seconds)
        {
            await Virtual.Sleep(seconds);
            throw new Boom();
        }
    });

    [Fact]
    public void Timeout_GroupCancelledByItsMethodInside_EndsWell() => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(10), _ => TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Forever());
            await Coro.Yield();
            group.Cancel();
            await Work.Forever();
        }));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        Assert.Equal(TimeSpan.Zero, EventLoop.Running.Time);
    });

    [Fact]
    public void Timeout_ConcurrentInManyTasks_EachExpiresAtItsTime() => Virtual.Run(async () =>
    {
        var ends = await Coro.Gather(Enumerable.Range(1, 50).Select(Limited));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => Seconds(i)), ends);

        static async Coro<TimeSpan> Limited(int seconds)
        {
            await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(seconds), _ => Work.Forever()));
            return EventLoop.Running.Time;
        }
    });

    static readonly Boom _boom = new();
}
