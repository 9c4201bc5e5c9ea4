// An immediate shutdown discards the items and counts them done; join still waits for those in work.
namespace Belay.Conformance.Scenarios.Queues;

static class ShutdownImmediately
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>();
        foreach (var item in new[] { 1, 2, 3 }) queue.TryPut(item);
        var task = Coro.CreateTask(Worker(queue));
        await Coro.Yield();
        queue.Shutdown(immediate: true);
        Log("size", queue.Count);
        await queue.JoinAsync();
        Log("joined, worker done:", task.IsDone);
    }

    static async Coro Worker(AsyncQueue<int> queue)
    {
        var item = await queue.GetAsync();
        Log("works on", item);
        await Turns(4);
        Log("done with", item);
        queue.TaskDone();
    }
}
