using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>Signals to a Runner, and to a RunAsync that was told to handle them.</summary>
static class Runners
{
    /// <summary>The first signal of each run is a first one.</summary>
    public static int Twice()
    {
        using var runner = new Runner();
        SayOutcome(() => runner.Run(CleanUpAfterSignal()));
        SayOutcome(() => runner.Run(CleanUpAfterSignal()));
        SayOutcome(() => runner.Run(Coro.Yield()));
        return 0;
    }

    public static int SecondSignal()
    {
        async Coro Main()
        {
            try
            {
                AskForSignal();
                await Forever();
            }
            finally
            {
                await CleanUpAfterSignal();
            }
        }
        using (var runner = new Runner())
        {
            SayOutcome(() => runner.Run(Main()));
            Say("closing");
        }
        Say("closed");
        return 0;
    }

    public static int RunAsyncHandling()
    {
        var options = new RunOptions { HandleSignals = true };
        return SayOutcome(() => Coro.RunAsync(CleanUpAfterSignal(), options).GetAwaiter().GetResult());
    }
}
