// A few coroutines of different types give their results to be unpacked.
namespace Belay.Conformance.Scenarios.Gathering;

static class DifferentTypesAreUnpacked
{
    public static async Coro Main()
    {
        var (who, years) = await Coro.Gather(Name(), Age());
        Log(who, "is", years);
    }

    static async Coro<string> Name()
    {
        await Coro.Yield();
        return "alice";
    }

    static async Coro<int> Age() => 42;
}
