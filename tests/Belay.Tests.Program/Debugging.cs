namespace Belay.Tests.Program;

/// <summary>A program with a mistake in it, for what the environment says about debug mode.</summary>
static class Debugging
{
    public static int ByEnvironment() => Coro.RunMain(Forgetful());

    public static int OffByOptions() => Coro.RunMain(Forgetful(), new RunOptions { Debug = false });

    static async Coro Forgetful()
    {
#pragma warning disable BELAY001 // The mistake that debug mode is to find.
        _ = Forgotten();
#pragma warning restore BELAY001
        await Coro.Yield();
    }

    static async Coro Forgotten() => await Coro.Yield();
}
