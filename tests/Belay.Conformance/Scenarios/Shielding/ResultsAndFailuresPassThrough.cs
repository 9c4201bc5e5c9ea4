// Undisturbed, a shield gives the result or failure of the inner, a turn later.
namespace Belay.Conformance.Scenarios.Shielding;

static class ResultsAndFailuresPassThrough
{
    public static async Coro Main()
    {
        var ticking = Coro.CreateTask(Ticks());
        Log("result", await Coro.Shield(Works()));
        try { await Coro.Shield(Fails()); }
        catch (AppError error) { Log("failure", error); }
        await ticking;
    }

    static async Coro Ticks()
    {
        for (var tick = 0; tick < 5; tick++)
        {
            Log("tick", tick);
            await Coro.Yield();
        }
    }

    static async Coro<string> Works() => "value";

    static async Coro Fails() => throw new AppError("inner");
}
