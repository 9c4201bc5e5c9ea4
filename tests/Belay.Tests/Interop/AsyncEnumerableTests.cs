using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Coroutines awaited from an async IAsyncEnumerable that a coroutine goes through.</summary>
public class AsyncEnumerableTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Enumerate_WithCoroutinesInside_GivesEveryItemOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        var items = new List<int>();
        await foreach (var item in Numbers(5))
        {
            Assert.Equal(home, Environment.CurrentManagedThreadId);
            items.Add(item);
            await Coro.Yield();
        }
        Assert.Equal([0, 1, 2, 3, 4], items);
        Assert.Equal(["numbers end"], _log);
    });

    [Fact]
    public void Enumerate_LeftEarly_RunsItsFinally() => Loop.Run(async () =>
    {
        await foreach (var item in Numbers(1000))
        {
            if (item == 3)
            {
                break;
            }
        }
        Assert.Equal(["numbers end"], _log);
    });

    [Fact]
    public void Cancel_WhileItWaitsInside_UnwindsFromTheInside() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Reader());
        await Loop.Turns(20);
        Assert.Equal(["0", "1"], _log);
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(["0", "1", "source", "reader"], _log);

        async Coro Reader()
        {
            try
            {
                await foreach (var item in Stuck())
                {
                    _log.Add($"{item}");
                }
            }
            finally
            {
                _log.Add("reader");
            }
        }

        async IAsyncEnumerable<int> Stuck()
        {
            try
            {
                yield return 0;
                await Coro.Yield();
                yield return 1;
                await Work.Forever();
                yield return 2;
            }
            finally
            {
                _log.Add("source");
            }
        }
    });

    [Fact]
    public void Cancel_WhileTheBodyWaits_RunsTheSourcesFinally() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Reader());
        await Loop.Turns(10);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["numbers end"], _log);

        async Coro Reader()
        {
            await foreach (var item in Numbers(10))
            {
                await Work.Forever();
            }
        }
    });

    [Fact]
    public void Failure_InsideTheSource_ReachesTheReader() => Loop.Run(async () =>
    {
        await Expect.Throws<Boom>(Reader());

        static async Coro Reader()
        {
            await foreach (var item in Failing())
            {
                Assert.Equal(0, item);
            }
        }

        static async IAsyncEnumerable<int> Failing()
        {
            yield return 0;
            await Work.Fail(new Boom(), turns: 1);
        }
    });

    [Fact]
    public void Enumerate_WithTheTasksToken_PassesItOn() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Reader());
        await Loop.Turns(5);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);

        static async Coro Reader()
        {
            await foreach (var item in Waiting().WithCancellation(Coro.Token))
            {
                Assert.Fail($"{item} was not to come.");
            }
        }

        static async IAsyncEnumerable<int> Waiting([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            yield return 1;
        }
    });

    async IAsyncEnumerable<int> Numbers(int count)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Loop.Turns(i % 3);
                yield return i;
            }
        }
        finally
        {
            _log.Add("numbers end");
        }
    }
}
