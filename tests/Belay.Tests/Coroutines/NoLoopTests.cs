using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>Where no loop runs, coroutines can be made and cannot be awaited, and the error says what to write instead.</summary>
public class NoLoopTests
{
    public static TheoryData<string, Func<Coro>> Awaitables => new()
    {
        { "coroutine", () => Work.Return(1, turns: 1) },
        { "coroutine that would not suspend", () => Work.Return(1) },
        { "yield", Coro.Yield },
        { "sleep", () => Coro.Sleep(TimeSpan.FromSeconds(1)) },
        { "group", () => TaskGroup.Run(async group => await Coro.Yield()) },
    };

    public static TheoryData<string, Action> Calls => new()
    {
        { "CreateTask", () => Coro.CreateTask(Work.Return(1)) },
        { "eager CreateTask", () => Coro.CreateTask(Work.Return(1), eager: true) },
        { "CurrentTask", () => _ = Coro.CurrentTask },
        { "AllTasks", () => Coro.AllTasks() },
        { "Token", () => _ = Coro.Token },
        { "EventLoop.Running", () => _ = EventLoop.Running },
        { "new Future", () => _ = new Future<int>() },
    };

    [Theory]
    [MemberData(nameof(Awaitables), DisableDiscoveryEnumeration = true)]
    public async Task Await_InAnAsyncTaskMethod_NamesTheEntryPoints(string what, Func<Coro> make)
    {
        var failure = await Record.ExceptionAsync(async () => await make());
        AssertTeaches(what, failure);
    }

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public void Call_WithoutALoop_Throws(string what, Action call) =>
        Assert.True(Record.Exception(call) is InvalidOperationException, what);

    [Fact]
    public void Await_OnAPoolThreadBesideARunningLoop_NamesTheEntryPoints() => Loop.Run(async () =>
    {
        var failure = await Task.Run(() => Record.ExceptionAsync(async () => await Work.Return(1, turns: 1)));
        AssertTeaches("coroutine", failure);
    });

    [Fact]
    public void Await_AfterConfigureAwaitFalseTookTheMethodOffTheLoop_NamesTheEntryPoints() => Loop.Run(async () =>
    {
        var failure = await Record.ExceptionAsync(OffTheLoop);
        AssertTeaches("coroutine", failure);
        Assert.NotNull(EventLoop.Running);

        static async Task OffTheLoop()
        {
            await Task.Delay(1).ConfigureAwait(false);
            await Work.Return(1, turns: 1);
        }
    });

    [Fact]
    public async Task Await_AfterTheLoopHasEnded_NamesTheEntryPoints()
    {
        Coro.Run(Work.Return(1));
        var failure = await Record.ExceptionAsync(async () => await Work.Return(1, turns: 1));
        AssertTeaches("coroutine", failure);
    }

    [Fact]
    public void Await_InsideAnAsyncTaskMethodOnTheLoop_Works() => Loop.Run(async () =>
    {
        Assert.Equal(1, await OnTheLoop());

        static async Task<int> OnTheLoop() => await Work.Return(1, turns: 1);
    });

    static void AssertTeaches(string what, Exception? failure)
    {
        Assert.True(failure is InvalidOperationException, $"{what}: {failure}");
        Assert.Contains("Coro.Run", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Coro.RunAsync", failure.Message, StringComparison.Ordinal);
    }
}
