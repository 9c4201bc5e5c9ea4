// A shutdown wakes blocked getters and putters with QueueShutDown.
namespace Belay.Conformance.Scenarios.Queues;

static class ShutdownWakesThoseWhoWait
{
    public static async Coro Main()
    {
        AsyncQueue<string> empty = new(), full = new(maxSize: 1);
        full.TryPut("first");
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "getter a", "getter b" }) group.CreateTask(Getter(name, empty));
            group.CreateTask(Putter(full));
            await Turns(2);
            empty.Shutdown();
            full.Shutdown();
            Log("shut down");
        });
        Log("still there", full.Count);
    }

    static async Coro Getter(string name, AsyncQueue<string> queue)
    {
        try { Log(name, "got", await queue.GetAsync()); }
        catch (QueueShutDownException error) { Log(name, error); }
    }

    static async Coro Putter(AsyncQueue<string> queue)
    {
        try { await queue.PutAsync("more"); }
        catch (QueueShutDownException error) { Log("putter", error); }
    }
}
