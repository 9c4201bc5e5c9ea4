using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

/// <summary>A task that yields while nothing else is ready goes on without a turn. Nobody may be able to tell.</summary>
public class YieldTests
{
    [Fact]
    public void Yield_NothingElseReady_WhatOtherThreadsPostStillRuns()
    {
        Loop.Run(async () =>
        {
            var loop = EventLoop.Running;
            var posted = false;
            var poster = new Thread(() => loop.CallSoonThreadSafe(() => posted = true));
            poster.Start();
            while (!posted) await Coro.Yield();
            poster.Join();
        });
    }

    [Fact]
    public void Yield_NothingElseReady_TimersStillRun()
    {
        Loop.Run(async () =>
        {
            var fired = false;
            EventLoop.Running.CallLater(TimeSpan.FromTicks(1), () => fired = true);
            while (!fired) await Coro.Yield();
        });
    }

    [Fact]
    public void Yield_ByAnEagerTask_LetsItsCreatorGoOn()
    {
        Loop.Run(async () =>
        {
            var log = new List<string>();
            async Coro Child()
            {
                log.Add("child");
                await Coro.Yield();
                log.Add("child again");
            }

            var child = Coro.CreateTask(Child(), eager: true);
            log.Add("creator");
            await child;
            Assert.Equal(["child", "creator", "child again"], log);
        });
    }

    [Fact]
    public void Yield_ByAnAsyncTaskMethod_LetsItsCallerGoOn()
    {
        Loop.Run(async () =>
        {
            var log = new List<string>();
            async Task Method()
            {
                log.Add("method");
                await Coro.Yield();
                log.Add("method again");
            }

            var method = Method();
            log.Add("caller");
            await method;
            Assert.Equal(["method", "caller", "method again"], log);
        });
    }

    [Fact]
    public void Yield_CancelledByItself_ThrowsAtThatYield()
    {
        Loop.Run(async () =>
        {
            await Coro.Yield();
            Coro.CurrentTask.Cancel("enough");
            var cancelled = await Expect.Throws<CancelledException>(Coro.Yield());
            Assert.Equal("enough", cancelled.Message);
            Coro.CurrentTask.Uncancel();
        });
    }

    [Fact]
    public void Yield_DeepInsideCoroutines_ComesBackThere()
    {
        static async Coro<int> Nested(int depth)
        {
            if (depth == 0)
            {
                await Coro.Yield();
                return 0;
            }

            return await Nested(depth - 1) + 1;
        }

        Loop.Run(async () =>
        {
            Assert.Equal(10, await Nested(10));
            Assert.Equal(1000, await Nested(1000));
        });
    }

    [Fact]
    public void Yield_ManyInARow_GiveThePoolItsThreadBack()
    {
        HangGuard.Run(() => Coro.RunAsync(Main()).Wait());

        static async Coro Main()
        {
            for (var i = 0; i < 100_000; i++) await Coro.Yield();
        }
    }

    [Fact]
    public void Yield_AwaitedTwice_GivesUpTwoTurns()
    {
        Loop.Run(async () =>
        {
            using var turns = new TurnCounter();
            var yield = Coro.Yield();
            await yield;
            await yield;
            Assert.Equal(2, turns.Count);
        });
    }
}
