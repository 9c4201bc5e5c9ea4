using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Handlers of signals; the signals themselves go to a process of its own.</summary>
public class SignalHandlerTests
{
    [UnixFact]
    public void AddSignalHandler_Signalled_CallsBackOnTheLoopInNoTask() =>
        AssertEnds(
            "handler",
            0,
            [
                $"{(int)PosixSignal.SIGHUP}: on the loop, set before, in no task",
                $"{(int)Signals.User1}: on the loop, set before, in no task",
                $"{(int)Signals.User2}: on the loop, set before, in no task",
            ],
            PosixSignal.SIGHUP,
            Signals.User1,
            Signals.User2);

    [UnixFact]
    public void AddSignalHandler_SignalledWhileAStepRuns_WaitsForItsEnd() =>
        AssertEnds("handler-waits-for-the-step", 0, ["the step ends", "handled"], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_OfTheSameSignal_Replaces() =>
        AssertEnds("handler-replaced", 0, ["the second", "removed: True, False"], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_OfTheInterrupt_TakesItFromTheRunUntilRemoved() =>
        AssertEnds(
            "handler-of-interrupts",
            130,
            ["handled, 0 requests", "handled, 0 requests", "handled, 0 requests", "cleaning up", "cleaned up"],
            PosixSignal.SIGINT,
            PosixSignal.SIGINT,
            PosixSignal.SIGINT,
            PosixSignal.SIGINT);

    [UnixFact]
    public void AddSignalHandler_OfTheInterrupt_LeavesTerminationToTheRun() =>
        AssertEnds("handler-of-interrupts", 143, ["handled, 0 requests"], PosixSignal.SIGINT, PosixSignal.SIGTERM);

    [UnixFact]
    public void AddSignalHandler_HandlerFails_IsReported() =>
        AssertEnds("handler-throws", 0, ["Exception in a callback: no luck"], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_HandlerThrowsTheInterrupt_ItLeavesTheLoop() =>
        AssertEnds("handler-interrupts", 143, ["cleaning up", "cleaned up"], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_SignalledBetweenRuns_IsCalledInTheNext() =>
        AssertEnds("handler-between-runs", 0, ["handled"], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_LoopClosed_TheSignalIsTheSystemsAgain() =>
        AssertEnds("handler-afterwards", 128 + 1, [], PosixSignal.SIGHUP);

    [UnixFact]
    public void AddSignalHandler_SignalThatNobodyCanHandle_Throws() => Loop.Run(async () =>
    {
        await Coro.CompletedCoro;
        const int kill = 9, none = 12345;
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLoop.Running.AddSignalHandler((PosixSignal)kill, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLoop.Running.AddSignalHandler((PosixSignal)none, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLoop.Running.AddSignalHandler(0, () => { }));
        Assert.False(EventLoop.Running.RemoveSignalHandler((PosixSignal)kill));
    });

    [Fact]
    public void AddSignalHandler_NoHandler_Throws() => Loop.Run(async () =>
    {
        await Coro.CompletedCoro;
        Assert.Throws<ArgumentNullException>(() => EventLoop.Running.AddSignalHandler(PosixSignal.SIGHUP, null!));
    });

    [Fact]
    public void AddSignalHandler_OnAnotherThread_Throws() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        await Expect.Throws<InvalidOperationException>(Coro.ToThread(() => loop.AddSignalHandler(PosixSignal.SIGHUP, () => { })));
        await Expect.Throws<InvalidOperationException>(Coro.ToThread(() => loop.RemoveSignalHandler(PosixSignal.SIGHUP)));
    });

    [Fact]
    public void AddSignalHandler_OnAClosedLoop_Throws()
    {
        var runner = new Runner();
        var loop = runner.Loop;
        runner.Dispose();
        Assert.Throws<InvalidOperationException>(() => loop.AddSignalHandler(PosixSignal.SIGHUP, () => { }));
    }

    [Fact]
    public void RemoveSignalHandler_NoneThere_ReturnsFalse() => Loop.Run(async () =>
    {
        await Coro.CompletedCoro;
        Assert.False(EventLoop.Running.RemoveSignalHandler(PosixSignal.SIGHUP));
    });

    static void AssertEnds(string scenario, int exitCode, string[] output, params PosixSignal[] signals) =>
        ChildProgram.Run(scenario, signals).AssertIs(exitCode, output);
}
