using System.Threading.Tasks.Sources;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Async enumerators of Belay's own: their MoveNext is a coroutine, and awaiting it costs what awaiting a coroutine costs.</summary>
public class CoroEnumeratorTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Enumerate_ItemsThatAreThere_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await foreach (var item in new Items(0, 0, 0))
        {
            _log.Add($"{item}");
        }
        Assert.Equal(["0", "1", "2"], _log);
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Enumerate_ItemsThatTakeTurns_TakesNoOthers() => Loop.Run(async () =>
    {
        await Coro.Yield();
        using var turns = new TurnCounter();
        await foreach (var item in new Items(1, 0, 3))
        {
            _log.Add($"{item} {turns.Count}");
        }
        Assert.Equal(["0 1", "1 1", "2 4"], _log);
    });

    [Fact]
    public void Enumerate_WithConfigureAwait_TakesNoOtherTurns() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await foreach (var item in ((IAsyncEnumerable<int>)new Items(2)).ConfigureAwait(false))
        {
            _log.Add($"{item} {turns.Count}");
        }
        Assert.Equal(["0 2"], _log);
    });

#if !DEBUG      // in which the compiler makes classes of state machines
    [Fact]
    public void MoveNextAsync_ThatWaits_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            await foreach (var item in new Yielding(count))
            {
                _log.Clear();
            }
        }));
    });
#endif

    [Fact]
    public void Enumerate_ThatFails_ThrowsAtTheLoop() => Loop.Run(async () =>
    {
        foreach (var turns in new[] { 0, 2 })
        {
            var failure = await Expect.Throws<Boom>(() => Read(new Items(turns) { End = new Boom("no more") }));
            Assert.Equal("no more", failure.Message);
        }
        Assert.Equal(["0", "0"], _log);
    });

    [Fact]
    public void Cancel_WhileItWaits_UnwindsFromTheInside() => Loop.Run(async () =>
    {
        var items = new Items(0, -1) { Log = _log };
        var task = Coro.CreateTask(Read(items));
        await Loop.Turns(2);
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(["0", "inside", "reader"], _log);
    });

    [Fact]
    public void Cancel_CaughtInTheLoop_LetsTheReaderGoOn() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Stubborn());
        await Loop.Turns(2);
        task.Cancel();
        await task;
        Assert.Equal(["caught", "0"], _log);

        async Coro Stubborn()
        {
            try
            {
                await Read(new Items(-1));
            }
            catch (CancelledException)
            {
                _log.Remove("reader");
                _log.Add("caught");
            }
            await Read(new Items(1));
            _log.Remove("reader");
        }
    });

    [Fact]
    public void Enumerate_InAnAsyncTaskMethod_GoesOnOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        await Reader();
        Assert.Equal(["0", "1", "2"], _log);

        async Task Reader()
        {
            await foreach (var item in ((IAsyncEnumerable<int>)new Items(0, 1, 2)).ConfigureAwait(false))
            {
                Assert.Equal(home, Environment.CurrentManagedThreadId);
                _log.Add($"{item}");
            }
        }
    });

    [Fact]
    public void MoveNextAsync_AsATask_EndsAsTheCoroutineDoes() => Loop.Run(async () =>
    {
        var items = new Items(1, -1) { End = new Boom() }.GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync().AsTask());

        var failing = new Items(1) { End = new Boom() }.GetAsyncEnumerator();
        Assert.True(await failing.MoveNextAsync());
        await Assert.ThrowsAsync<Boom>(() => failing.MoveNextAsync().AsTask());
    });

    [Fact]
    public void MoveNextAsync_AwaitedLater_GivesItsResultThen() => Loop.Run(async () =>
    {
        var items = new Items(2).GetAsyncEnumerator();
        var first = items.MoveNextAsync();
        await Coro.Yield();
        Assert.True(await first);
        Assert.Equal(0, items.Current);
    });

    [Fact]
    public void MoveNextAsync_InADeepRecursion_Works() => Loop.Run(async () =>
    {
        Assert.Equal(3, await Down(300));

        static async Coro<int> Down(int depth)
        {
            if (depth > 0)
            {
                return await Down(depth - 1);
            }
            var count = 0;
            await foreach (var item in new Items(1, 0, 1))
            {
                count++;
            }
            return count;
        }
    });

    [Fact]
    public void MoveNextAsync_WhileAnotherIsNotDone_Throws() => Loop.Run(async () =>
    {
        var items = new Items(1, 1).GetAsyncEnumerator();
        var first = items.MoveNextAsync();
        var misuse = Assert.Throws<InvalidOperationException>(() => { _ = items.MoveNextAsync(); });
        Assert.Contains("await foreach", misuse.Message);
        Assert.True(await first);
    });

    [Fact]
    public void MoveNextAsync_AwaitedTwice_Throws() => Loop.Run(async () =>
    {
        var first = new Items(1).GetAsyncEnumerator().MoveNextAsync();
        Assert.True(await first);
        await Expect.Throws<InvalidOperationException>(async () => { await first; });
    });

    [Fact]
    public void GetStatus_TellsHowItEnded() => Loop.Run(async () =>
    {
        var items = new Items(1) { End = new Boom() };
        var source = (IValueTaskSource<bool>)items;
        var enumerator = items.GetAsyncEnumerator();
        var first = enumerator.MoveNextAsync();
        Assert.Equal(ValueTaskSourceStatus.Pending, source.GetStatus(0));
        await first;
        var last = enumerator.MoveNextAsync();
        Assert.Equal(ValueTaskSourceStatus.Faulted, source.GetStatus(1));
        await Expect.Throws<Boom>(async () => { await last; });
    });

    async Coro Read(Items items)
    {
        try
        {
            await foreach (var item in items)
            {
                _log.Add($"{item}");
            }
        }
        finally
        {
            if (items.End is null)
            {
                _log.Add("reader");
            }
        }
    }

    /// <summary>Items 0, 1, 2 …, each of which takes so many turns; -1 never comes.</summary>
    sealed class Items(params int[] turns) : CoroEnumerator<int>, IAsyncEnumerable<int>
    {
        public List<string>? Log;
        public Exception? End;
        int _next;

        public override int Current => _next - 1;

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        protected override Coro<bool> MoveNext() => _next < turns.Length && turns[_next] == 0 ? Coro.FromResult(++_next > 0) : Wait();

        async Coro<bool> Wait()
        {
            if (_next == turns.Length)
            {
                return End is null ? false : throw End;
            }
            try
            {
                if (turns[_next] < 0)
                {
                    await Work.Forever();
                }
                for (var i = 0; i < turns[_next]; i++)
                {
                    await Coro.Yield();
                }
            }
            catch (CancelledException)
            {
                Log?.Add("inside");
                throw;
            }
            _next++;
            return true;
        }
    }

    sealed class Yielding(int count) : CoroEnumerator<int>, IAsyncEnumerable<int>
    {
        int _next;

        public override int Current => _next;

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        protected override async Coro<bool> MoveNext()
        {
            await Coro.Yield();
            return ++_next < count;
        }
    }
}
