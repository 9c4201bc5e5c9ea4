// Items come out in the order in which they went in; a getter of an empty queue waits.
namespace Belay.Conformance.Scenarios.Queues;

static class FirstInFirstOut
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<string>();
        var task = Coro.CreateTask(Consumer(queue));
        await Coro.Yield();
        Log("empty:", queue.IsEmpty);
        foreach (var item in new[] { "a", "b", "c" }) await queue.PutAsync(item);
        Log("size", queue.Count);
        await task;
        Log("size", queue.Count);
    }

    static async Coro Consumer(AsyncQueue<string> queue)
    {
        for (var i = 0; i < 3; i++) Log("got", await queue.GetAsync());
    }
}
