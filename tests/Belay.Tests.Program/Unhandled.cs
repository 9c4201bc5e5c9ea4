using static Belay.Tests.Program.Lines;

namespace Belay.Tests.Program;

/// <summary>Where Belay leaves signals alone, they end the process, and nothing is cleaned up.</summary>
static class Unhandled
{
    public static int Run() => SayOutcome(() => Coro.Run(CleanUpAfterSignal(), new RunOptions { HandleSignals = false }));

    public static int RunAsync() => SayOutcome(() => Coro.RunAsync(CleanUpAfterSignal()).GetAwaiter().GetResult());

    public static int Afterwards()
    {
        Coro.Run(Coro.Yield());
        AskForSignal();
        Thread.CurrentThread.Join();
        return 0;
    }
}
