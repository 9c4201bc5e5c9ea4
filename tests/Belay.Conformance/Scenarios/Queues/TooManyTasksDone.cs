// Reporting more items done than were put is an error; joining an empty queue does not wait.
namespace Belay.Conformance.Scenarios.Queues;

static class TooManyTasksDone
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>();
        await queue.JoinAsync();
        Log("nothing to wait for");
        queue.TryPut(1);
        queue.TaskDone();
        try { queue.TaskDone(); }
        catch (InvalidOperationException) { Log("too often"); }
    }
}
