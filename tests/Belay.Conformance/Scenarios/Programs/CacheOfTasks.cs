// A cache that holds tasks: whoever asks while an answer is on its way waits for the same one.
namespace Belay.Conformance.Scenarios.Programs;

static class CacheOfTasks
{
    sealed class Cache
    {
        readonly Dictionary<string, CoroTask<string>> _tasks = [];

        public async Coro<string> Get(string key)
        {
            if (!_tasks.TryGetValue(key, out var task)) _tasks[key] = task = Coro.CreateTask(Load(key));
            return await Coro.Shield(task);
        }
    }

    public static async Coro Main()
    {
        var cache = new Cache();
        var first = Coro.CreateTask(Reader("first", cache, "a"));
        var second = Coro.CreateTask(Reader("second", cache, "a"));
        await Turns(2);
        first.Cancel();
        await second;
        Log("main got", await cache.Get("a"));
    }

    static async Coro<string> Load(string key)
    {
        Log("loads", key);
        await Turns(3);
        return key.ToUpperInvariant();
    }

    static async Coro Reader(string name, Cache cache, string key)
    {
        try { Log(name, "got", await cache.Get(key)); }
        catch (CancelledException)
        {
            Log(name, "is cancelled");
            throw;
        }
    }
}
