namespace Belay.Tests.Program;

/// <summary>What scenarios share: lines for the test to read, and waits.</summary>
static class Lines
{
    public static void Say(string line) => Console.WriteLine(line);

    /// <summary>Asks the test for a signal.</summary>
    public static void AskForSignal() => Say("ready");

    public static async Coro Forever() => await new Future<int>();

    /// <summary>Asks for a signal, waits for it, and says how the clean-up goes.</summary>
    public static async Coro CleanUpAfterSignal()
    {
        try
        {
            AskForSignal();
            await Forever();
        }
        finally
        {
            Say("cleaning up");
            await Coro.Yield();
            Say("cleaned up");
        }
    }

    /// <summary>Says what a run came to.</summary>
    public static int SayOutcome(Action run)
    {
        try
        {
            run();
            Say("returned");
        }
        catch (KeyboardInterruptException interrupt)
        {
            Say($"threw {nameof(KeyboardInterruptException)} {interrupt.Signal}");
        }
        catch (Exception error)
        {
            Say($"threw {error.GetType().Name}");
        }
        return 0;
    }
}
