// The common use: many tasks, a few at a time.
namespace Belay.Conformance.Scenarios.Semaphores;

static class LimitsAGroup
{
    public static async Coro Main()
    {
        var limit = new AsyncSemaphore(3);
        int running = 0, most = 0;
        await TaskGroup.Run(async group =>
        {
            foreach (var number in new[] { 5, 1, 4, 2, 7, 3 }) group.CreateTask(Fetch(number));
        });
        Log("at most", most, "at", EventLoop.Running.Time);

        async Coro Fetch(int number)
        {
            using (await limit.AcquireAsync())
            {
                running++;
                most = Math.Max(most, running);
                await Coro.Sleep(Seconds(number));
                running--;
                Log("fetched", number);
            }
        }
    }
}
