using Belay.Tests.Support;

namespace Belay.Tests.Structure;

public class GatherTuplesTests
{
    [Fact]
    public void Gather_TwoToEightCoroutines_GivesATuple() => Loop.Run(async () =>
    {
        Assert.Equal((1, "b"), await Coro.Gather(Work.Return(1, 1), Work.Return("b")));
        Assert.Equal((1, "b", 3.0), await Coro.Gather(Work.Return(1, 1), Work.Return("b"), Work.Return(3.0)));
        Assert.Equal((1, "b", 3.0, 'd'), await Coro.Gather(Work.Return(1), Work.Return("b", 2), Work.Return(3.0), Work.Return('d')));
        Assert.Equal((1, "b", 3.0, 'd', 5L), await Coro.Gather(Work.Return(1), Work.Return("b"), Work.Return(3.0), Work.Return('d'), Work.Return(5L, 3)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true), await Coro.Gather(
            Work.Return(1), Work.Return("b"), Work.Return(3.0), Work.Return('d'), Work.Return(5L), Work.Return(true)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true, (byte)7), await Coro.Gather(
            Work.Return(1), Work.Return("b"), Work.Return(3.0), Work.Return('d'), Work.Return(5L), Work.Return(true), Work.Return((byte)7)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true, (byte)7, 8u), await Coro.Gather(
            Work.Return(1), Work.Return("b"), Work.Return(3.0), Work.Return('d'), Work.Return(5L), Work.Return(true), Work.Return((byte)7), Work.Return(8u)));
    });

    [Fact]
    public void Gather_TwoToEightTasks_GivesATuple() => Loop.Run(async () =>
    {
        Assert.Equal((1, "b"), await Coro.Gather(Start(1), Start("b")));
        Assert.Equal((1, "b", 3.0), await Coro.Gather(Start(1), Start("b"), Start(3.0)));
        Assert.Equal((1, "b", 3.0, 'd'), await Coro.Gather(Start(1), Start("b"), Start(3.0), Start('d')));
        Assert.Equal((1, "b", 3.0, 'd', 5L), await Coro.Gather(Start(1), Start("b"), Start(3.0), Start('d'), Start(5L)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true), await Coro.Gather(Start(1), Start("b"), Start(3.0), Start('d'), Start(5L), Start(true)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true, (byte)7), await Coro.Gather(
            Start(1), Start("b"), Start(3.0), Start('d'), Start(5L), Start(true), Start((byte)7)));
        Assert.Equal((1, "b", 3.0, 'd', 5L, true, (byte)7, 8u), await Coro.Gather(
            Start(1), Start("b"), Start(3.0), Start('d'), Start(5L), Start(true), Start((byte)7), Start(8u)));
    });

    [Fact]
    public void Gather_Tuple_CanBeDeconstructed() => Loop.Run(async () =>
    {
        var (number, text) = await Coro.Gather(Work.Return(1, 1), Work.Return("b"));
        Assert.Equal(1, number);
        Assert.Equal("b", text);
    });

    [Fact]
    public void Gather_TupleWithAFailure_FailsAndTheOtherRunsOn() => Loop.Run(async () =>
    {
        var other = Start("b");
        var failing = Coro.CreateTask(Fail());
        await Expect.Throws<Boom>(Coro.Gather(failing, other));
        Assert.Equal("b", await other);

        static async Coro<int> Fail()
        {
            await Coro.Yield();
            throw new Boom();
        }
    });

    [Fact]
    public void Gather_SameCoroutineTwiceInATuple_RunsItOnce() => Loop.Run(async () =>
    {
        var same = Work.Return(1, 2);
        Assert.Equal((1, 1), await Coro.Gather(same, same));
    });

    [Fact]
    public void Cancel_Tuple_CancelsBoth() => Loop.Run(async () =>
    {
        CoroTask<int> a = Start(1, 100), b = Start(2, 100);
        var gather = Coro.Gather(a, b);
        await Coro.Yield();
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
        Assert.True(a.IsCancelled);
        Assert.True(b.IsCancelled);
    });

    [Fact]
    public void Gather_ValuesThatAreThere_KeepsThem() => Loop.Run(async () =>
    {
        Assert.Equal((1, "b"), await Coro.Gather(Coro.FromResult(1), Coro.FromResult("b")));
    });

    static CoroTask<T> Start<T>(T value, int turns = 1) => Coro.CreateTask(Work.Return(value, turns));
}
