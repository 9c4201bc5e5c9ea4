using Belay.Tests.Support;

namespace Belay.Tests.Context;

/// <summary>Tasks share objects, not variables.</summary>
public class ReferencesTests
{
    sealed class Box
    {
        public int Content { get; set; }
    }

    [Fact]
    public void Argument_ObjectChangedInATask_IsSeenByTheCreator() => Loop.Run(async () =>
    {
        static async Coro Fill(Box box)
        {
            await Coro.Yield();
            box.Content = 5;
        }
        var box = new Box();
        await Coro.CreateTask(Fill(box));
        Assert.Equal(5, box.Content);
    });

    [Fact]
    public void Argument_ObjectChangedByTheCreator_IsSeenInTheTask() => Loop.Run(async () =>
    {
        static async Coro<int> Look(Box box)
        {
            await Coro.Yield();
            return box.Content;
        }
        var box = new Box { Content = 1 };
        var task = Coro.CreateTask(Look(box));
        box.Content = 2;
        Assert.Equal(2, await task);
    });

    [Fact]
    public void Argument_Rebound_IsLocalToTheTask() => Loop.Run(async () =>
    {
        static async Coro Rebind(Box box, int number)
        {
            await Coro.Yield();
            box = new Box { Content = 5 };
            number += box.Content;
            Assert.Equal(6, number);
        }
        var box = new Box();
        var number = 1;
        await Coro.CreateTask(Rebind(box, number));
        Assert.Equal(0, box.Content);
        Assert.Equal(1, number);
    });

    [Fact]
    public void Argument_VariableReboundByTheCreator_TaskKeepsTheObjectItWasGiven() => Loop.Run(async () =>
    {
        static async Coro<Box> Return(Box box)
        {
            await Coro.Yield();
            return box;
        }
        var given = new Box();
        var variable = given;
        var task = Coro.CreateTask(Return(variable));
        variable = new Box();
        Assert.NotSame(variable, await task);
        Assert.Same(given, await task);
    });

    [Fact]
    public void CapturedVariable_ReboundInATask_IsSeenByTheCreator() => Loop.Run(async () =>
    {
        var captured = 1;
        async Coro Rebind()
        {
            await Coro.Yield();
            captured = 2;
        }
        await Coro.CreateTask(Rebind());
        Assert.Equal(2, captured);
    });

    [Fact]
    public void CapturedVariable_ChangedByManyTasks_LosesNoChange() => Loop.Run(async () =>
    {
        // Between two awaits nothing else runs, so no lock is needed.
        var sum = 0;
        async Coro AddOnes()
        {
            for (var i = 0; i < 100; i++)
            {
                var before = sum;
                sum = before + 1;
                await Coro.Yield();
            }
        }
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 10; i++)
            {
                group.CreateTask(AddOnes());
            }
        });
        Assert.Equal(1000, sum);
    });

    [Fact]
    public void ContextVar_ObjectChangedInATask_IsSeenByTheCreator() => Loop.Run(async () =>
    {
        var variable = new ContextVar<List<int>>("variable");
        async Coro Append()
        {
            await Coro.Yield();
            variable.Value.Add(42);
        }
        variable.Value = [];
        await Coro.CreateTask(Append());
        Assert.Equal([42], variable.Value);
    });

    [Fact]
    public void ContextVar_ReboundInATask_IsLocalToIt() => Loop.Run(async () =>
    {
        var variable = new ContextVar<List<int>>("variable");
        async Coro Rebind()
        {
            await Coro.Yield();
            variable.Value = [];
            variable.Value.Add(42);
            Assert.Equal([42], variable.Value);
        }
        variable.Value = [];
        await Coro.CreateTask(Rebind());
        Assert.Empty(variable.Value);
    });

    [Fact]
    public void Result_OfATask_IsTheSameObjectForEveryAwaiter() => Loop.Run(async () =>
    {
        var box = new Box();
        var task = Coro.CreateTask(Work.Return(box, turns: 1));
        var first = await task;
        var second = await task;
        Assert.Same(box, first);
        Assert.Same(box, second);
    });

    [Fact]
    public void Exception_OfATask_IsTheSameObjectForEveryAwaiter() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var task = Coro.CreateTask(Work.Fail(boom, turns: 1));
        Assert.Same(boom, await Expect.Throws<Boom>(task));
        Assert.Same(boom, await Expect.Throws<Boom>(task));
        Assert.Same(boom, task.Exception);
    });
}
