// The first failure goes to whoever awaits the gather; the others are not cancelled.
namespace Belay.Conformance.Scenarios.Gathering;

static class FirstFailureSurfacesTheOthersRunOn
{
    public static async Coro Main()
    {
        try { await Coro.Gather(Works("a"), Fails(), Works("b")); }
        catch (AppError error) { Log("caught", error); }
        await Turns(3);
        Log("main ends");
    }

    static async Coro Fails()
    {
        await Coro.Yield();
        throw new AppError("first");
    }

    static async Coro Works(string name)
    {
        await Turns(3);
        Log(name, "ends all the same");
    }
}
