using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>A coroutine is used up by its first await or its first owner.</summary>
public class SecondUseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Await_FinishedCoroutine_Throws(int yields)
    {
        Loop.Run(Main);

        async Coro Main()
        {
            var body = Work(yields);
            Assert.Equal(yields, await body);
            await Expect.Throws<InvalidOperationException>(body);
            await Coro.Yield();
            await Expect.Throws<InvalidOperationException>(body);
        }
    }

    [Fact]
    public void Await_FailedCoroutine_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Fail();
            await Expect.Throws<FormatException>(body);
            await Expect.Throws<InvalidOperationException>(body);
        }

        static async Coro Fail()
        {
            await Coro.Yield();
            throw new FormatException();
        }
    }

    [Fact]
    public void Await_CoroutineAnotherTaskIsRunning_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Work(5);
            var owner = Coro.CreateTask(body);
            await Coro.Yield();
            await Expect.Throws<InvalidOperationException>(body);
            Assert.Equal(5, await owner);
        }
    }

    [Fact]
    public void Await_CoroutineAnotherTaskAwaits_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Work(5);
            var first = Coro.CreateTask(Await(body));
            var second = Coro.CreateTask(Await(body));
            await Expect.Throws<InvalidOperationException>(second);
            Assert.Equal(5, await first);
        }

        static async Coro<int> Await(Coro<int> body) => await body;
    }

    [Fact]
    public void Await_CoroutineGivenToATaskNotYetStarted_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Work(1);
            var owner = Coro.CreateTask(body);
            await Expect.Throws<InvalidOperationException>(body);
            Assert.Equal(1, await owner);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CreateTask_WithAUsedCoroutine_GivesTheError(bool eager)
    {
        Loop.Run(Main);

        async Coro Main()
        {
            var body = Work(0);
            await body;
            await Expect.Throws<InvalidOperationException>(() => Coro.CreateTask(body, eager: eager));
        }
    }

    [Fact]
    public void CreateTask_InAGroupWithAUsedCoroutine_GivesTheError()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Work(0);
            await body;
            var failure = await Expect.Throws<Exception>(TaskGroup.Run(async group =>
            {
                await group.CreateTask(body);
            }));
            var cause = failure is ExceptionGroup several ? Assert.Single(several.InnerExceptions) : failure;
            Assert.IsType<InvalidOperationException>(cause);
        }
    }

    [Fact]
    public void Run_WithAUsedCoroutine_Throws()
    {
        var main = Work(1);
        Assert.Equal(1, Coro.Run(main));
        Assert.Throws<InvalidOperationException>(() => Coro.Run(main));
    }

    [Fact]
    public void Await_StaleHandleAfterItsFrameServesAnother_HarmsNobody()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var stale = new List<Coro<int>>();
            for (var i = 0; i < 100; i++)
            {
                var body = Work(i % 3);
                stale.Add(body);
                Assert.Equal(i % 3, await body);
            }

            var live = Work(2);
            foreach (var handle in stale)
            {
                await Expect.Throws<InvalidOperationException>(handle);
            }

            var running = Coro.CreateTask(Work(3));
            await Coro.Yield();
            foreach (var handle in stale)
            {
                await Expect.Throws<InvalidOperationException>(handle);
            }

            Assert.Equal(2, await live);
            Assert.Equal(3, await running);
        }
    }

    [Fact]
    public void Await_ConvertedCopyOfAUsedCoroutine_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var body = Work(1);
            Coro copy = body;
            Assert.Equal(1, await body);
            await Expect.Throws<InvalidOperationException>(copy);
        }
    }

    [Fact]
    public void Await_SleepTwice_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var sleep = Coro.Sleep(TimeSpan.FromTicks(1));
            await sleep;
            await Expect.Throws<InvalidOperationException>(sleep);
        }
    }

    [Fact]
    public void Await_GroupRunTwice_Throws()
    {
        Loop.Run(Main);

        static async Coro Main()
        {
            var run = TaskGroup.Run(async group => await Coro.Yield());
            await run;
            await Expect.Throws<InvalidOperationException>(run);
        }
    }

    static async Coro<int> Work(int yields)
    {
        for (var i = 0; i < yields; i++)
        {
            await Coro.Yield();
        }

        return yields;
    }
}
