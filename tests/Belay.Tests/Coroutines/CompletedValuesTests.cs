using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>Coroutines that are finished from the beginning hold a value instead of a frame.</summary>
public class CompletedValuesTests
{
    [Fact]
    public void CompletedCoro_Awaited_KeepsTheTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await Coro.CompletedCoro;
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void DefaultCoro_Awaited_IsCompletedCoro() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        Coro nothing = default;
        await nothing;
        await nothing;
        Assert.Equal(0, turns.Count);
        Assert.Equal(Coro.CompletedCoro, nothing);
    });

    [Fact]
    public void FromResult_Awaited_GivesTheValue() => Loop.Run(async () =>
    {
        Assert.Equal(7, await Coro.FromResult(7));
        Assert.Equal("text", await Coro.FromResult("text"));
        Assert.Null(await Coro.FromResult<string?>(null));
        Assert.Equal((1, "b"), await Coro.FromResult((1, "b")));
    });

    [Fact]
    public void FromResult_ConvertedToCoro_CanBeAwaited() => Loop.Run(async () =>
    {
        Coro dropped = Coro.FromResult(7);
        await dropped;
    });

    [Fact]
    public void Run_WithAFinishedCoroutine_ReturnsItsValue()
    {
        Coro.Run(Coro.CompletedCoro);
        Coro.Run(default(Coro));
        Assert.Equal(7, Coro.Run(Coro.FromResult(7)));
    }

    [Fact]
    public void CreateTask_WithAFinishedCoroutine_StillTakesATurn() => Loop.Run(async () =>
    {
        var value = Coro.CreateTask(Coro.FromResult(7));
        var nothing = Coro.CreateTask(Coro.CompletedCoro);
        var empty = Coro.CreateTask(default(Coro));
        Assert.False(value.IsDone || nothing.IsDone || empty.IsDone);
        await Coro.Yield();
        Assert.True(value.IsDone && nothing.IsDone && empty.IsDone);
        Assert.Equal(7, value.Result);
    });

    [Fact]
    public void CreateTask_EagerWithAFinishedCoroutine_IsDoneAtOnce() => Loop.Run(async () =>
    {
        var value = Coro.CreateTask(Coro.FromResult(7), eager: true);
        var nothing = Coro.CreateTask(default(Coro), eager: true);
        Assert.Equal(7, value.Result);
        Assert.True(nothing.IsDone);
        await Coro.CompletedCoro;
    });

    [Fact]
    public void GroupCreateTask_WithAFinishedCoroutine_GivesItsValue() => Loop.Run(async () =>
    {
        var child = await TaskGroup.Run(async group =>
        {
            var value = group.CreateTask(Coro.FromResult(7));
            await group.CreateTask(default(Coro));
            return value;
        });
        Assert.Equal(7, child.Result);
    });
}
