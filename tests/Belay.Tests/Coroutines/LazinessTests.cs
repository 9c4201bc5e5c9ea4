using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>Calling a coroutine method makes a coroutine and runs none of it.</summary>
public class LazinessTests
{
    [Fact]
    public void Call_NotYetAwaited_RunsNothing()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["called", "body", "awaited"], log);

        async Coro Main()
        {
            var body = Body();
            log.Add("called");
            await body;
            log.Add("awaited");
        }

        async Coro Body()
        {
            log.Add("body");
            await Coro.CompletedCoro;
        }
    }

    [Fact]
    public void Call_OfThrowingBody_ThrowsAtTheAwait()
    {
        Loop.Run(Main);

        async Coro Main()
        {
            var body = Throw();
            var failure = await Expect.Throws<FormatException>(body);
            Assert.Equal("late", failure.Message);
        }

        static async Coro Throw()
        {
            await Coro.CompletedCoro;
            throw new FormatException("late");
        }
    }

    [Fact]
    public void Call_ArgumentChangedBeforeAwait_SeesTheValueAtTheCall()
    {
        Assert.Equal(1, Loop.Run(Main));

        static async Coro<int> Main()
        {
            var value = 1;
            var body = Echo(value);
            value = 2;
            Assert.Equal(2, value);
            return await body;
        }

        static async Coro<int> Echo(int value)
        {
            await Coro.Yield();
            return value;
        }
    }

    [Fact]
    public void Call_CapturedVariableChangedBeforeAwait_SeesTheNewValue()
    {
        Assert.Equal(2, Loop.Run(Main));

        static async Coro<int> Main()
        {
            var value = 1;
            var body = Read();
            value = 2;
            return await body;

            async Coro<int> Read()
            {
                await Coro.Yield();
                return value;
            }
        }
    }

    [Fact]
    public void Call_WithReferenceArgument_SharesTheObject()
    {
        Assert.Equal([1, 2, 3], Loop.Run(Main));

        static async Coro<List<int>> Main()
        {
            var shared = new List<int> { 1 };
            var task = Coro.CreateTask(Append(shared, 2));
            await Append(shared, 3);
            await task;
            shared.Sort();
            return shared;
        }

        static async Coro Append(List<int> items, int item)
        {
            await Coro.Yield();
            items.Add(item);
            items = [];
            items.Add(-1);
        }
    }

    [Fact]
    public void Call_WhereNoLoopRuns_IsAllowed()
    {
        var main = Answer();
        Assert.Equal(42, Coro.Run(main));

        static async Coro<int> Answer()
        {
            await Coro.Yield();
            return 42;
        }
    }

    [Fact]
    public void Call_OnOneThread_MayRunOnAnother()
    {
        var result = 0;
        var main = Chain(50);
        var thread = new Thread(() => result = Coro.Run(main));
        thread.Start();
        thread.Join();
        Assert.Equal(50, result);

        static async Coro<int> Chain(int depth)
        {
            await Coro.Yield();
            return depth == 0 ? 0 : 1 + await Chain(depth - 1);
        }
    }

    [Fact]
    public void CreateTask_BeforeItsFirstTurn_RunsNothing()
    {
        var log = new List<string>();
        Loop.Run(Main);
        Assert.Equal(["created", "body"], log);

        async Coro Main()
        {
            var task = Coro.CreateTask(Body());
            log.Add("created");
            await task;
        }

        async Coro Body()
        {
            log.Add("body");
            await Coro.CompletedCoro;
        }
    }
}
