using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Ctrl-C and SIGTERM, sent to a process of its own.</summary>
public class SignalsTests
{
    [UnixFact]
    public void RunMain_Interrupted_CleansUpAndReturns130() =>
        AssertEnds("waits", 130, ["cleaning up", "cleaned up"], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_Terminated_CleansUpAndReturns143() =>
        AssertEnds("waits", 143, ["cleaning up", "cleaned up"], PosixSignal.SIGTERM);

    [UnixFact]
    public void RunMain_InterruptedWhileNothingIsReady_Wakes() => AssertEnds("sleeps", 130, [], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_InterruptedWhileBusy_EndsAtTheNextAwait() => AssertEnds("is-busy", 130, [], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_InterruptedInAnAwaitOfATask_Ends() => AssertEnds("awaits-dotnet", 130, [], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_MainSwallowsTheInterrupt_ItsValueDecides() =>
        AssertEnds("swallows", 7, ["swallowed"], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_MainSwallowsTermination_ItsValueDecides() =>
        AssertEnds("swallows", 7, ["swallowed"], PosixSignal.SIGTERM);

    [UnixFact]
    public void RunMain_MainWithoutResultSwallowsTheInterrupt_Returns0() =>
        AssertEnds("swallows-without-result", 0, ["swallowed"], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_MainThrowsInsteadOfTheInterrupt_Returns1AndSaysWhat()
    {
        var finished = ChildProgram.Run("throws-instead", PosixSignal.SIGINT);
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("thrown instead", finished.Error);
        Assert.DoesNotContain(nameof(KeyboardInterruptException), finished.Error);
    }

    [UnixFact]
    public void RunMain_SecondInterrupt_LeavesAtOnceAndFinallyRunsOnClosing() =>
        AssertEnds(
            "waits-in-its-clean-up", 130, ["first", "cleaning up", "cleaned up"], PosixSignal.SIGINT, PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_SecondTermination_LeavesAtOnceAndFinallyRunsOnClosing() =>
        AssertEnds(
            "waits-in-its-clean-up", 143, ["first", "cleaning up", "cleaned up"], PosixSignal.SIGTERM, PosixSignal.SIGTERM);

    [UnixFact]
    public void RunMain_Interrupted_MainAndItsGroupsEndBeforeDetachedTasks() =>
        AssertEnds("keeps-order", 130, ["body", "child", "main", "detached"], PosixSignal.SIGINT);

    [UnixFact]
    public void RunMain_InterruptSwallowed_DetachedTasksWereNotCancelled() =>
        AssertEnds("spares-detached", 0, ["swallowed", "detached is cancelled: False"], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_Interrupted_ThrowsKeyboardInterrupt() =>
        AssertEnds(
            "run", 0, ["cleaning up", "cleaned up", "threw KeyboardInterruptException SIGINT"], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_Terminated_ThrowsKeyboardInterruptThatSaysSo() =>
        AssertEnds(
            "run", 0, ["cleaning up", "cleaned up", "threw KeyboardInterruptException SIGTERM"], PosixSignal.SIGTERM);

    [UnixFact]
    public void Run_OnAnotherThreadInterrupted_ThrowsKeyboardInterruptThere() =>
        AssertEnds(
            "run-on-a-thread",
            0,
            ["cleaning up", "cleaned up", "threw KeyboardInterruptException SIGINT"],
            PosixSignal.SIGINT);

    [UnixFact]
    public void Run_InterruptedAndCancelledBesides_ThrowsCancelled() =>
        AssertEnds("run-cancelled-too", 0, ["threw CancelledException"], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_MainSwallowsTheInterruptButThrowsCancelled_ThrowsKeyboardInterrupt() =>
        AssertEnds(
            "run-throws-cancelled-anew", 0, ["swallowed", "threw KeyboardInterruptException SIGINT"], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_MainSwallowsAndUncancels_ReturnsNormally() =>
        AssertEnds("run-uncancels", 0, ["swallowed", "1 request, 0 left", "returned"], PosixSignal.SIGINT);

    [UnixFact]
    public void Runner_InterruptedInEachRun_EachIsAFirstInterrupt() =>
        AssertEnds(
            "runner",
            0,
            [
                "cleaning up", "cleaned up", "threw KeyboardInterruptException SIGINT",
                "cleaning up", "cleaned up", "threw KeyboardInterruptException SIGINT",
                "returned",
            ],
            PosixSignal.SIGINT,
            PosixSignal.SIGINT);

    [UnixFact]
    public void Runner_SecondInterrupt_LeavesAtOnceAndDisposeCleansUp() =>
        AssertEnds(
            "runner-second",
            0,
            ["threw KeyboardInterruptException SIGINT", "closing", "cleaning up", "cleaned up", "closed"],
            PosixSignal.SIGINT,
            PosixSignal.SIGINT);

    [UnixFact]
    public void RunAsync_ToldToHandleSignals_FailsWithKeyboardInterrupt() =>
        AssertEnds(
            "run-async", 0, ["cleaning up", "cleaned up", "threw KeyboardInterruptException SIGINT"], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_ToldNotToHandleSignals_TheSignalEndsTheProcess() =>
        AssertEnds("unhandled-run", 130, [], PosixSignal.SIGINT);

    [UnixFact]
    public void RunAsync_ByDefault_TheSignalEndsTheProcess() =>
        AssertEnds("unhandled-run-async", 130, [], PosixSignal.SIGINT);

    [UnixFact]
    public void Run_Afterwards_TheSignalEndsTheProcess() =>
        AssertEnds("unhandled-afterwards", 130, [], PosixSignal.SIGINT);

    static void AssertEnds(string scenario, int exitCode, string[] output, params PosixSignal[] signals) =>
        ChildProgram.Run(scenario, signals).AssertIs(exitCode, output);
}
