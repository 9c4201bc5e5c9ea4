using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Signals that are iterated over; they are sent to a process of its own.</summary>
public class SignalWatchTests
{
    [UnixFact]
    public void Watch_SignalsBetweenIterations_AreKept() =>
        ChildProgram.Run("watch", PosixSignal.SIGHUP, Signals.User1, Signals.User2)
            .AssertIs(0, $"{(int)PosixSignal.SIGHUP}", $"{(int)Signals.User1}, {(int)Signals.User2}");

    [UnixFact]
    public void Watch_Left_GivesTheSignalBackToTheRun() =>
        ChildProgram.Run("watch-left", PosixSignal.SIGTERM, PosixSignal.SIGTERM)
            .AssertIs(143, "SIGTERM, 0 requests", "cleaning up", "cleaned up");

    [UnixFact]
    public void Watch_Cancelled_GivesTheSignalBackToTheRun() =>
        ChildProgram.Run("watch-cancelled", PosixSignal.SIGINT).AssertIs(130, "watch ended", "cleaning up", "cleaned up");

    [UnixFact]
    public void Watch_CancelledByAToken_GivesTheSignalBackToTheRun() =>
        ChildProgram.Run("watch-token", PosixSignal.SIGINT).AssertIs(130, "its token: True", "cleaning up", "cleaned up");

    [UnixFact]
    public void Watch_BesideAHandlerAndAnotherWatch_AllGetTheSignal() =>
        ChildProgram.Run("watch-twice", PosixSignal.SIGHUP).AssertIs(0, "handler", "first: SIGHUP", "second: SIGHUP");

    [Fact]
    public void Watch_NoSignals_Throws() => Assert.Throws<ArgumentException>(() => Signals.Watch());

    [UnixFact]
    public void Watch_TheSameSignalTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => Signals.Watch(PosixSignal.SIGHUP, (PosixSignal)1));

    [Fact]
    public void Watch_WhereNoLoopRuns_Throws()
    {
        var signals = Signals.Watch(PosixSignal.SIGHUP);
        Assert.Throws<InvalidOperationException>(() => signals.GetAsyncEnumerator());
    }

    [UnixFact]
    public void Watch_ASignalThatNobodyCanHandle_ThrowsAndLeavesTheOthersAlone() => Loop.Run(async () =>
    {
        await Coro.CompletedCoro;
        const int kill = 9;
        Assert.Throws<ArgumentOutOfRangeException>(() => Signals.Watch(Signals.User1, (PosixSignal)kill).GetAsyncEnumerator());
        Assert.Equal(0, EventLoop.Running.SignalRouteCount);
    });
}
