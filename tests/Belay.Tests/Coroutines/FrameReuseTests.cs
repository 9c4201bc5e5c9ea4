using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>Coroutines of one method share frames, but never between two loops that run.</summary>
public class FrameReuseTests
{
    [Fact]
    public async Task Await_SameMethodOnManyLoopsAtOnce_EachHasItsOwnArgumentsAndResults()
    {
        const int loops = 4;
        const int calls = 20_000;
        using var all = new Barrier(loops);
        var numbers = Enumerable.Range(1, loops).ToList();

        var sums = await Task.WhenAll(numbers.Select(number => Task.Factory.StartNew(() => Run(number), TaskCreationOptions.LongRunning)));

        Assert.Equal(numbers.Select(number => (long)number * calls), sums);

        long Run(int number)
        {
            all.SignalAndWait();
            return Coro.Run(Count(number));
        }

        async Coro<long> Count(int number)
        {
            var sum = 0L;
            for (var i = 0; i < calls; i++)
            {
                sum += await Echo(number, suspends: i % 64 == 0);
            }
            return sum;
        }
    }

#if !DEBUG      // in which the compiler makes classes of state machines
    [Fact]
    public void Await_OnALoopAfterAnotherHasEnded_AllocatesNothing()
    {
        Loop.Run(() => Repeat(100));
        Loop.Run(AllocatesNothing);
    }

    [Fact]
    public void Await_WhileAnotherLoopRunsTheSameMethod_AllocatesNothing()
    {
        using var begun = new ManualResetEventSlim();
        Future<int> over = null!;
        var other = new Thread(() => Coro.Run(Hold()));
        other.Start();
        begun.Wait();
        Loop.Run(AllocatesNothing);
        over.Loop.CallSoonThreadSafe(() => over.SetResult(0));
        other.Join();

        async Coro Hold()
        {
            await Repeat(100);
            over = new Future<int>();
            begun.Set();
            await over;
            await Repeat(100);
        }
    }

    static async Coro AllocatesNothing() => Assert.Equal(0, await Allocations.PerOperation(Repeat));
#endif

    [Fact]
    public void Await_CoroutineMadeOnAnotherLoopsThread_RunsHere()
    {
        Coro<int> made = default;
        var other = new Thread(() => Coro.Run(Make()));
        other.Start();
        other.Join();

        Loop.Run(async () =>
        {
            Assert.Equal(7, await made);
            Assert.Equal(8, await Echo(8, suspends: true));
        });

        async Coro Make()
        {
            await Repeat(10);
            made = Echo(7, suspends: true);
        }
    }

    static async Coro Repeat(int count)
    {
        var last = -1;
        while (last < count - 1)
        {
            last = await Echo(last + 1, suspends: false);
        }
    }

    static async Coro<int> Echo(int number, bool suspends)
    {
        if (suspends)
        {
            await Coro.Yield();
        }
        return number;
    }
}
