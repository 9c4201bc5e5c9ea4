// A limit of zero is checked only where the body waits.
namespace Belay.Conformance.Scenarios.Timeouts;

static class ZeroWithoutAnAwaitNeverFires
{
    public static async Coro Main()
    {
        await Coro.Timeout(TimeSpan.Zero, async scope => Log("no await, no time-out"));
        try
        {
            await Coro.Timeout(TimeSpan.Zero, async scope =>
            {
                await Coro.Yield();
                Log("never");
            });
        }
        catch (TimeoutException error) { Log("left", error); }
    }
}
