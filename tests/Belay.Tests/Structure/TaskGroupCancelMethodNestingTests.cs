using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>TaskGroup.Cancel beside the cancellations of others: each ends what it was meant to end, and no more.</summary>
public class TaskGroupCancelMethodNestingTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Cancel_TogetherWithAnOuterCancel_TheOuterIsNotLost(bool groupFirst, bool bodyWaits) => Loop.Run(async () =>
    {
        async Coro Both(TaskGroup group, CoroTask parent)
        {
            await Loop.Turns(2);
            if (groupFirst)
            {
                group.Cancel();
                parent.Cancel("outer");
            }
            else
            {
                parent.Cancel("outer");
                group.Cancel();
            }
        }
        var cancelling = -1;
        async Coro Parent()
        {
            var me = Coro.CurrentTask;
            try
            {
                await TaskGroup.Run(async group =>
                {
                    group.CreateTask(Both(group, me));
                    if (bodyWaits)
                    {
                        await Work.Forever();
                    }
                });
            }
            finally
            {
                cancelling = me.Cancelling;
            }
        }
        var parent = Coro.CreateTask(Parent());
        await Expect.Throws<CancelledException>(parent);
        Assert.Equal(1, cancelling);
    });

    [Fact]
    public void Cancel_OuterCancelDuringTheChildrensCleanUp_IsNotLost() => Loop.Run(async () =>
    {
        TaskGroup? waiting = null;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            waiting = group;
            group.CreateTask(Work.CleanUpWhenCancelled(6));
        }));
        await Loop.Turns(3);
        waiting!.Cancel();
        await Loop.Turns(2);
        runner.Cancel("outer");
        Assert.Equal("outer", (await Expect.Throws<CancelledException>(runner)).Message);
    });

    [Fact]
    public void Cancel_AfterARequestSwallowedWithoutUncancel_TheRequestComesBack() => Loop.Run(async () =>
    {
        async Coro Runner()
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Forever());
                group.Cancel();
                await Work.Forever();
            });
        }
        var runner = Coro.CreateTask(Runner());
        await Coro.Yield();
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
    });

    [Fact]
    public void Cancel_OuterGroupFromTheInner_EndsBoth() => Loop.Run(async () =>
    {
        var afterInner = false;
        CoroTask? leaf = null;
        await TaskGroup.Run(async outer =>
        {
            await TaskGroup.Run(async inner =>
            {
                leaf = inner.CreateTask(Work.Forever());
                EventLoop.Running.CallSoon(outer.Cancel);
            });
            afterInner = true;
        });
        Assert.False(afterInner);
        Assert.True(leaf!.IsCancelled);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_InnerGroup_OuterGoesOn() => Loop.Run(async () =>
    {
        CoroTask<int>? outerChild = null;
        await TaskGroup.Run(async outer =>
        {
            outerChild = outer.CreateTask(Work.Return(1, turns: 9));
            await TaskGroup.Run(async inner =>
            {
                inner.CreateTask(Work.Forever());
                inner.Cancel();
            });
            Assert.Equal(0, Coro.CurrentTask.Cancelling);
            await Coro.Yield();
        });
        Assert.Equal(1, outerChild!.Result);
    });
}
