// Of several failures the first surfaces; the later ones count as seen.
namespace Belay.Conformance.Scenarios.Gathering;

static class LaterFailuresAreNotReported
{
    public static async Coro Main()
    {
        try { await Coro.Gather(Fails("second", 2), Fails("first", 1)); }
        catch (AppError error) { Log("caught", error); }
        await Turns(3);
        Log("main ends");
    }

    static async Coro Fails(string name, int count)
    {
        await Turns(count);
        Log(name, "fails");
        throw new AppError(name);
    }
}
