// Cancelled while it waits at its end, a group cancels its children, waits for them and lets the cancellation through.
namespace Belay.Conformance.Scenarios.Groups;

static class CancelledWhileWaiting
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Turns(2);
        task.Cancel("stop");
        await Turns(5);
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
    }

    static async Coro Child(string name, int count)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally
        {
            await Turns(count);
            Log(name, "done");
        }
    }

    static async Coro Parent()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Child("slow", 2));
                group.CreateTask(Child("quick", 0));
            });
        }
        catch (CancelledException error)
        {
            Log("parent", error);
            throw;
        }
    }
}
