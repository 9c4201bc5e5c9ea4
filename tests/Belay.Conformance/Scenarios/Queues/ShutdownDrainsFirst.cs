// After a shutdown puts are refused; gets drain what is there, then are refused too.
namespace Belay.Conformance.Scenarios.Queues;

static class ShutdownDrainsFirst
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>();
        foreach (var item in new[] { 1, 2 }) queue.TryPut(item);
        queue.Shutdown();
        try { await queue.PutAsync(3); }
        catch (QueueShutDownException error) { Log("put", error); }
        for (var i = 0; i < 3; i++)
        {
            try { Log("got", await queue.GetAsync()); }
            catch (QueueShutDownException error) { Log("get", error); }
        }
    }
}
