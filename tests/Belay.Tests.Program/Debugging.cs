namespace Belay.Tests.Program;

/// <summary>A program with a mistake in it, for what the environment says about debug mode.</summary>
static class Debugging
{
    public static int ByEnvironment() => Coro.RunMain(Forgetful());

    public static int OffByOptions() => Coro.RunMain(Forgetful(), new RunOptions { Debug = false });

    static async Coro Forgetful()
    {
        _ = Forgotten();
        await Coro.Yield();
    }

    static async Coro Forgotten() => await Coro.Yield();
}
