using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Cancelling custom awaits inside methods whose code is anything but simple.</summary>
public class ComplexBodyTests
{
    [Fact]
    public void Cancel_InAFilter_SeesTheFilter() => Loop.Run(async () =>
    {
        Assert.Equal("filtered 3", await CancelOnce(Body(3)));
        await Expect.Throws<CancelledException>(CancelOnce(Body(4)));

        static async Coro<string> Body(int level)
        {
            try
            {
                await Never();
                return "resumed";
            }
            catch (CancelledException cancelled) when (cancelled.Message == "stop" && level == 3)
            {
                return $"filtered {level}";
            }
        }
    });

    [Fact]
    public void Cancel_InNestedTriesOfEveryKind_RunsThemFromTheInside() => Loop.Run(async () =>
    {
        var log = new List<string>();
        Assert.Equal("end", await CancelOnce(Body()));
        Assert.Equal(["inner finally", "disposed", "async disposed", "caught", "outer finally"], log);

        async Coro<string> Body()
        {
            try
            {
                try
                {
                    await using var asynchronous = new AsyncResource(log);
                    using var synchronous = new Resource(log);
                    try
                    {
                        await Never();
                        log.Add("resumed");
                    }
                    finally
                    {
                        log.Add("inner finally");
                    }
                }
                catch (CancelledException) when (log.Count > 0)
                {
                    log.Add("caught");
                }
                return "end";
            }
            finally
            {
                log.Add("outer finally");
            }
        }
    });

    [Fact]
    public void Cancel_InAGenericMethodOfAGenericType_KeepsItsTypes() => Loop.Run(async () =>
    {
        Assert.Equal("Int32 String 5 String[] Dictionary`2", await CancelOnce(Box<int>.Describe(5, "x")));
        Assert.Equal("Object Guid o Guid[] Dictionary`2", await CancelOnce(Box<object>.Describe("o", Guid.Empty)));
    });

    [Fact]
    public void Cancel_BeforeSwitchesSpansAndLocals_TheyStillWork() => Loop.Run(async () =>
    {
        Assert.Equal("stop:two:30:7.5:long text", await CancelOnce(Body("beta", 2.5)));

        static async Coro<string> Body(string key, double factor)
        {
            string caught;
            try
            {
                await Never();
                caught = "resumed";
            }
            catch (CancelledException cancelled)
            {
                caught = cancelled.Message;
            }
            var number = key switch { "alpha" => "one", "beta" => "two", "gamma" => "three", "delta" => "four", "epsilon" => "five", "zeta" => "six", "eta" => "seven", _ => "none" };
            Span<int> squares = stackalloc int[5];
            for (var i = 0; i < squares.Length; i++)
            {
                squares[i] = i * i;
            }
            var sum = 0;
            foreach (ref readonly var square in squares)
            {
                sum += square;
            }
            Func<double, double> times = value => value * factor;
            var text = number.Length switch { 0 => "", < 2 => "short", 3 when sum > 10 => "long text", _ => "text" };
            return FormattableString.Invariant($"{caught}:{number}:{sum}:{times(3)}:{text}");
        }
    });

    [Fact]
    public void Cancel_WhileIteratingAnAsyncSequence_RunsItsFinally() => Loop.Run(async () =>
    {
        var log = new List<string>();
        Assert.Equal("caught", await CancelOnce(Body()));
        Assert.Equal(["item 0", "sequence ends"], log);

        async Coro<string> Body()
        {
            try
            {
                await foreach (var item in Sequence())
                {
                    log.Add($"item {item}");
                    await Never();
                }
                return "resumed";
            }
            catch (CancelledException)
            {
                return "caught";
            }
        }

        async IAsyncEnumerable<int> Sequence()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    await Coro.CompletedCoro;
                    yield return i;
                }
            }
            finally
            {
                log.Add("sequence ends");
            }
        }
    });

    [Fact]
    public void Cancel_InALambdaThatCaptures_SeesTheVariables() => Loop.Run(async () =>
    {
        var outside = 1;
        Func<int, Coro<int>> body = async factor =>
        {
            var inside = 10;
            try
            {
                await Never();
            }
            catch (CancelledException)
            {
                outside += inside * factor;
            }
            return outside;
        };
        Assert.Equal(31, await CancelOnce(body(3)));
        Assert.Equal(31, outside);
    });

    static async Coro<T> CancelOnce<T>(Coro<T> body)
    {
        var task = Coro.CreateTask(body);
        await Loop.Turns(2);
        task.Cancel("stop");
        return await task;
    }

    static Endless Never() => default;

    readonly struct Endless : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Endless GetAwaiter() => this;

        public void GetResult() => Assert.Fail("It never ends.");

        public void OnCompleted(Action continuation)
        {
        }
    }

    sealed class Resource(List<string> log) : IDisposable
    {
        public void Dispose() => log.Add("disposed");
    }

    sealed class AsyncResource(List<string> log) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Coro.Yield();
            log.Add("async disposed");
        }
    }

    static class Box<TOuter>
    {
        public static async Coro<string> Describe<TInner>(TOuter value, TInner other) where TInner : notnull
        {
            var table = new Dictionary<TInner, TOuter>();
            try
            {
                await Never();
                return "resumed";
            }
            catch (CancelledException)
            {
                table[other] = value;
                var array = new[] { other };
                return $"{typeof(TOuter).Name} {typeof(TInner).Name} {table[array[0]]} {array.GetType().Name} {table.GetType().Name}";
            }
        }
    }
}
