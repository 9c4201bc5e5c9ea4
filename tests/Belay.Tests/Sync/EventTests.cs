using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public class EventTests
{
    readonly AsyncEvent _event = new();
    readonly List<string> _log = [];

    [Fact]
    public void Set_AndClear_WorkWithoutALoop()
    {
        Assert.False(_event.IsSet);
        _event.Set();
        _event.Set();
        Assert.True(_event.IsSet);
        _event.Clear();
        _event.Clear();
        Assert.False(_event.IsSet);
    }

    [Fact]
    public void Wait_WhenSet_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        _event.Set();
        await _event.WaitAsync();
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Wait_SetBetweenCallAndAwait_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var wait = _event.WaitAsync();
        _event.Set();
        await wait;
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Set_WithWaiters_WakesAllInTheNextTurn() => Loop.Run(async () =>
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            Coro.CreateTask(Wait(name));
        }
        await Coro.Yield();
        _event.Set();
        Assert.Empty(_log);
        await Coro.Yield();
        Assert.Equal(["a", "b", "c"], _log);
    });

    [Fact]
    public void Set_ThenClear_StillWakesThoseWhoWaited() => Loop.Run(async () =>
    {
        Coro.CreateTask(Wait("before"));
        await Coro.Yield();
        _event.Set();
        _event.Clear();
        Coro.CreateTask(Wait("after"));
        await Loop.Turns(3);
        Assert.Equal(["before"], _log);
        _event.Set();
        await Coro.Yield();
        Assert.Equal(["before", "after"], _log);
    });

    [Fact]
    public void Set_BetweenTwoClears_WakesEachOnce() => Loop.Run(async () =>
    {
        Coro.CreateTask(Twice());
        await Coro.Yield();
        for (var i = 1; i <= 2; i++)
        {
            _event.Set();
            _event.Clear();
            await Loop.Turns(3);
            Assert.Equal(i, _log.Count);
        }

        async Coro Twice()
        {
            await Wait("1");
            await Wait("2");
        }
    });

    [Fact]
    public void Wait_WhenSet_AllocatesNothing() => Loop.Run(async () =>
    {
        _event.Set();
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await _event.WaitAsync();
            }
        }));
    });

    async Coro Wait(string name)
    {
        await _event.WaitAsync();
        _log.Add(name);
    }
}
