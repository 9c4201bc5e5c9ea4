// A pool of workers on a queue, ended by a shutdown of the queue: the group waits for the last of them.
namespace Belay.Conformance.Scenarios.Programs;

static class WorkerPool
{
    public static async Coro Main()
    {
        var jobs = new AsyncQueue<int>(maxSize: 2);
        List<int> results = [];
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "ann", "bob" }) group.CreateTask(Worker(name, jobs, results));
            foreach (var job in new[] { 3, 1, 2, 1 })
            {
                await jobs.PutAsync(job);
                Log("queued", job);
            }
            jobs.Shutdown();
        });
        Log("results", results);
    }

    static async Coro Worker(string name, AsyncQueue<int> jobs, List<int> results)
    {
        await foreach (var job in jobs.ReadAllAsync())
        {
            await Turns(job);
            Log(name, "did", job);
            results.Add(job * 10);
        }
        Log(name, "goes home");
    }
}
