using System.Runtime.InteropServices;

namespace Belay.Tests.Program;

/// <summary>Runs the scenario that its one argument names. A scenario prints "ready" where it wants a signal.</summary>
static class Program
{
    // A scenario that hangs must not outlive the test that waits for it.
    static readonly Timer _patience =
        new(_ => Environment.FailFast("The scenario hangs."), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

    static int Main(string[] arguments)
    {
        TakeSignals();
        var exitCode = Scenario(arguments[0])();
        GC.KeepAlive(_patience);
        return exitCode;
    }

    static Func<int> Scenario(string name) => name switch
    {
        "returns" => Outputs.Returns,
        "fails" => Outputs.Fails,
        "fails-with-groups" => Outputs.FailsWithGroups,
        "fails-in-a-task" => Outputs.FailsInATask,
        "cancelled" => Outputs.Cancelled,
        "reports" => Outputs.Reports,
        "shutdown-report" => Outputs.ReportsAtShutdown,
        "waits" => Interrupts.Waits,
        "never-ends" => Interrupts.NeverEnds,
        "sleeps" => Interrupts.Sleeps,
        "is-busy" => Interrupts.IsBusy,
        "awaits-dotnet" => Interrupts.AwaitsDotNet,
        "swallows" => Interrupts.Swallows,
        "swallows-without-result" => Interrupts.SwallowsWithoutResult,
        "throws-instead" => Interrupts.ThrowsInstead,
        "waits-in-its-clean-up" => Interrupts.WaitsInItsCleanUp,
        "keeps-order" => Interrupts.KeepsOrder,
        "spares-detached" => Interrupts.SparesDetached,
        "run" => Interrupts.Run,
        "run-on-a-thread" => Interrupts.RunOnAThread,
        "run-cancelled-too" => Interrupts.RunCancelledToo,
        "run-throws-cancelled-anew" => Interrupts.RunThrowsCancelledAnew,
        "run-uncancels" => Interrupts.RunUncancels,
        "runner" => Runners.Twice,
        "runner-second" => Runners.SecondSignal,
        "run-async" => Runners.RunAsyncHandling,
        "handler" => SignalHandlers.OnTheLoop,
        "handler-waits-for-the-step" => SignalHandlers.WaitsForTheStep,
        "handler-replaced" => SignalHandlers.Replaced,
        "handler-of-interrupts" => SignalHandlers.OfInterrupts,
        "handler-throws" => SignalHandlers.Throws,
        "handler-interrupts" => SignalHandlers.Interrupts,
        "handler-between-runs" => SignalHandlers.BetweenRuns,
        "handler-afterwards" => SignalHandlers.Afterwards,
        "watch" => SignalWatches.KeepsWhatComesMeanwhile,
        "watch-left" => SignalWatches.Left,
        "watch-cancelled" => SignalWatches.Cancelled,
        "watch-token" => SignalWatches.CancelledByToken,
        "watch-twice" => SignalWatches.BesideOthers,
        "child" => Children.Waits,
        "child-forgotten" => Children.Forgotten,
        "child-pipes" => Children.ClosePipes,
        "child-and-handler" => Children.EndsWithAHandlerOfTheSignal,
        "debug-by-environment" => Debugging.ByEnvironment,
        "debug-off-by-options" => Debugging.OffByOptions,
        "unhandled-run" => Unhandled.Run,
        "unhandled-run-async" => Unhandled.RunAsync,
        "unhandled-afterwards" => Unhandled.Afterwards,
        "counts-descriptors" => Sockets.CountsDescriptors,
        "runs-out-of-descriptors" => Sockets.RunsOutOfDescriptors,
        "serves-idle-clients" => Sockets.ServesIdleClients,
        _ => throw new ArgumentException($"There is no scenario {name}."),
    };

    /// <summary>A process started in the background may inherit Ctrl-C as ignored, or with nohup the hang-up, and .NET respects that.</summary>
    static void TakeSignals()
    {
        if (!OperatingSystem.IsWindows())
        {
            const int hangUp = 1, interrupt = 2;
            const nint standard = 0;
            _ = SetSignal(hangUp, standard);
            _ = SetSignal(interrupt, standard);
        }
    }

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    static extern nint SetSignal(int signal, nint handler);
}
