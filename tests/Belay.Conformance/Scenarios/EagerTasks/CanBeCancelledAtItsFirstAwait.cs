// An eager task that waits can be cancelled like any other.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class CanBeCancelledAtItsFirstAwait
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work(), eager: true);
        task.Cancel("enough");
        Log("asked");
        await Coro.Yield();
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        try
        {
            Log("waits");
            await Coro.Yield();
        }
        catch (CancelledException error)
        {
            Log("cancelled", error);
            throw;
        }
    }
}
