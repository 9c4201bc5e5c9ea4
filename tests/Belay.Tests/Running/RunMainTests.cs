using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Coro.RunMain's exit codes without signals. What it prints is in <see cref="RunMainOutputTests"/>.</summary>
public class RunMainTests
{
    static readonly RunOptions _options = new() { HandleSignals = false };

    [Fact]
    public void RunMain_MainWithoutResultReturns_IsZero() => HangGuard.Run(() =>
        Assert.Equal(0, Coro.RunMain(Loop.Turns(1), _options)));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void RunMain_MainReturnsACode_IsThatCode(int code) => HangGuard.Run(() =>
        Assert.Equal(code, Coro.RunMain(Work.Return(code, turns: 1), _options)));

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void RunMain_KeyboardInterruptEscapes_IsTheCodeOfItsSignal(PosixSignal signal, int code) => HangGuard.Run(() =>
        Assert.Equal(code, Coro.RunMain(Work.Fail(new KeyboardInterruptException(signal), turns: 1), _options)));

    [Fact]
    public void RunMain_Main_RunsOnTheCallersThread() => HangGuard.Run(() =>
    {
        var thread = 0;
        async Coro Main() => thread = Environment.CurrentManagedThreadId;
        Assert.Equal(0, Coro.RunMain(Main(), _options));
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    });

    [Fact]
    public void RunMain_LeftoverTask_IsAwaited() => HangGuard.Run(() =>
    {
        var cleanedUp = false;
        async Coro<int> Main()
        {
            Coro.CreateTask(Work.CleanUpWhenCancelled(3, () => cleanedUp = true));
            await Coro.Yield();
            return 4;
        }
        Assert.Equal(4, Coro.RunMain(Main(), _options));
        Assert.True(cleanedUp);
    });
}
