// Join waits until every item that was put has been reported done.
namespace Belay.Conformance.Scenarios.Queues;

static class JoinWaitsForAllTasksDone
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>();
        foreach (var item in new[] { 3, 1, 6 }) queue.TryPut(item);
        CoroTask[] workers = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(Worker(name, queue)))];
        await queue.JoinAsync();
        Log("all done");
        foreach (var task in workers) task.Cancel();
    }

    static async Coro Worker(string name, AsyncQueue<int> queue)
    {
        while (true)
        {
            var item = await queue.GetAsync();
            await Turns(item);
            Log(name, "did", item);
            queue.TaskDone();
        }
    }
}
