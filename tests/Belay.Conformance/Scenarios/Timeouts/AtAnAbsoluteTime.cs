// A deadline can be given on the loop's clock; one that has passed expires at the first await.
namespace Belay.Conformance.Scenarios.Timeouts;

static class AtAnAbsoluteTime
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        await Coro.Sleep(Seconds(10));
        try
        {
            await Coro.TimeoutAt(Seconds(12), async scope => { await Coro.Sleep(Seconds(10)); });
        }
        catch (TimeoutException) { Log("at", loop.Time); }
        try
        {
            await Coro.TimeoutAt(Seconds(5), async scope =>
            {
                Log("body starts");
                await Coro.Sleep(Seconds(10));
            });
        }
        catch (TimeoutException) { Log("still at", loop.Time); }
    }
}
