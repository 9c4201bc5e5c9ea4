// A worker that loops over short waits is stopped at the wait it is in.
namespace Belay.Conformance.Scenarios.Cancellation;

static class ALoopOfWaitsStopsAtTheNextOne
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Worker());
        await Turns(4);
        task.Cancel();
        await Turns(2);
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Worker()
    {
        var done = 0;
        try
        {
            while (true)
            {
                await Coro.Yield();
                done++;
                Log("item", done);
            }
        }
        finally { Log("stopped after", done); }
    }
}
