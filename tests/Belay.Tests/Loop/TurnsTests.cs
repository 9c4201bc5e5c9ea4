using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

/// <summary>A turn runs a snapshot of the ready queue; what is added meanwhile runs in the next.</summary>
public class TurnsTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Turn_CallbackAddedByACallback_RunsInTheNextTurn() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        loop.CallSoon(() =>
        {
            _log.Add("a");
            loop.CallSoon(() => _log.Add("added by a"));
        });
        loop.CallSoon(() => _log.Add("b"));
        await Coro.Yield();
        _log.Add("main");
        await Coro.Yield();
        Assert.Equal(["a", "b", "main", "added by a"], _log);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Yield_EachTime_GivesUpExactlyOneTurn(int times) => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        for (var i = 0; i < times; i++)
        {
            await Coro.Yield();
        }
        Assert.Equal(times, turns.Count);
    });

    [Fact]
    public void SleepZero_Awaited_GivesUpExactlyOneTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await Coro.Sleep(TimeSpan.Zero);
        Assert.Equal(1, turns.Count);
        await Coro.Sleep(TimeSpan.Zero);
        Assert.Equal(2, turns.Count);
    });

    [Fact]
    public void Yield_ByManyTasks_GoesRoundInOrder()
    {
        Loop.Run(async () =>
        {
            var tasks = new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Steps(name))).ToList();
            foreach (var task in tasks)
            {
                await task;
            }
        });
        Assert.Equal(["a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2"], _log);

        async Coro Steps(string name)
        {
            for (var i = 0; i < 3; i++)
            {
                _log.Add($"{name}{i}");
                await Coro.Yield();
            }
        }
    }

    [Fact]
    public void Step_BetweenTwoAwaits_IsAtomic() => Loop.Run(async () =>
    {
        var inside = false;
        var tasks = Enumerable.Range(0, 20).Select(_ => Coro.CreateTask(Step())).ToList();
        foreach (var task in tasks)
        {
            await task;
        }

        async Coro Step()
        {
            for (var i = 0; i < 10; i++)
            {
                Assert.False(inside);
                inside = true;
                await Coro.CompletedCoro;
                await Work.Return(1);
                inside = false;
                await Coro.Yield();
            }
        }
    });

    [Fact]
    public void Await_Task_TakesOneTurnForItsEndAndOneForEachAwaiterUpTheChain() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        CoroTask<int> last = Coro.CreateTask(Work.Return(0, turns: 1));
        for (var i = 0; i < 5; i++)
        {
            last = Coro.CreateTask(Next(last));
        }
        Assert.Equal(5, await last);
        // All start in the first turn, the first ends in the second, each awaiter in the turn after what it awaits, main last.
        Assert.Equal(8, turns.Count);

        static async Coro<int> Next(CoroTask<int> previous) => 1 + await previous;
    });

    [Fact]
    public void Futures_PingPong_AlternateTurnByTurn()
    {
        Loop.Run(async () =>
        {
            using var turns = new TurnCounter();
            var ping = new Future<int>();
            var pong = new Future<int>();
            var player = Coro.CreateTask(Player());
            await Coro.Yield();
            _log.Add($"serve {turns.Count}");
            ping.SetResult(1);
            await pong;
            _log.Add($"back {turns.Count}");
            await player;

            async Coro Player()
            {
                await ping;
                _log.Add($"hit {turns.Count}");
                pong.SetResult(1);
            }
        });
        Assert.Equal(["serve 1", "hit 2", "back 3"], _log);
    }

    [Fact]
    public void Main_Finished_EndsTheLoopAfterItsTurn()
    {
        Loop.Run(async () =>
        {
            var loop = EventLoop.Running;
            await Coro.Yield();
            loop.CallSoon(() =>
            {
                _log.Add("next turn");
                loop.CallSoon(() => _log.Add("turn after"));
            });
            _log.Add("main ends");
        });
        Assert.Equal(["main ends", "next turn"], _log[..2]);
    }
}
