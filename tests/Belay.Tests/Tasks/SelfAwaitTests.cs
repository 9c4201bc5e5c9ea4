using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class SelfAwaitTests
{
    [Fact]
    public void Await_OfItself_Throws() => Loop.Run(async () =>
    {
        CoroTask? self = null;
        self = Coro.CreateTask(Body());
        await Expect.Throws<InvalidOperationException>(self);

        async Coro Body() => await self!;
    });

    [Fact]
    public void Await_OfItselfFromAnInnerFrame_ThrowsThere() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        Assert.Equal("caught inside, went on", await task);

        static async Coro<string> Outer() => await Inner(Coro.CurrentTask) + ", went on";

        static async Coro<string> Inner(CoroTask self)
        {
            try
            {
                await self;
                return "not caught";
            }
            catch (InvalidOperationException)
            {
                await Coro.Yield();
                return "caught inside";
            }
        }
    });

    [Fact]
    public void Await_OfItselfByMain_Throws() => Loop.Run(async () =>
    {
        await Expect.Throws<InvalidOperationException>(Coro.CurrentTask);
    });

    [Fact]
    public void Await_OfItselfInTheEagerStep_Throws() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body(), eager: true);
        await Expect.Throws<InvalidOperationException>(task);

        static async Coro Body() => await Coro.CurrentTask;
    });

    [Fact]
    public void Cancel_ARingOfTasksThatAwaitEachOther_DoesNotRecurseForEver() => Loop.Run(async () =>
    {
        CoroTask? first = null;
        CoroTask? second = null;
        first = Coro.CreateTask(First());
        second = Coro.CreateTask(Second());
        await Coro.Yield();
        first.Cancel();
        await Expect.Throws<CancelledException>(first);
        await Expect.Throws<CancelledException>(second);
        Assert.True(first.IsCancelled && second.IsCancelled);

        async Coro First() => await second!;

        async Coro Second() => await first!;
    });
}
