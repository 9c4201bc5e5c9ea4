// Subscribers with a queue each; one leaves by being cancelled and is taken off in its finally.
namespace Belay.Conformance.Scenarios.Programs;

static class PublishAndSubscribe
{
    public static async Coro Main()
    {
        Dictionary<string, AsyncQueue<string>> subscribers = [];
        CoroTask[] tasks = [.. new[] { "ann", "bob" }.Select(name => Coro.CreateTask(Subscribe(name, subscribers)))];
        await Coro.Yield();
        foreach (var news in new[] { "one", "two", "three" })
        {
            foreach (var queue in subscribers.Values.ToList()) queue.TryPut(news);
            await Coro.Yield();
            if (news == "two")
            {
                tasks[0].Cancel();
                await Coro.Yield();
            }
        }
        Log("left", subscribers.Keys.ToList());
    }

    static async Coro Subscribe(string name, Dictionary<string, AsyncQueue<string>> subscribers)
    {
        var queue = new AsyncQueue<string>();
        subscribers[name] = queue;
        try
        {
            while (true) Log(name, "hears", await queue.GetAsync());
        }
        finally
        {
            subscribers.Remove(name);
            Log(name, "leaves");
        }
    }
}
