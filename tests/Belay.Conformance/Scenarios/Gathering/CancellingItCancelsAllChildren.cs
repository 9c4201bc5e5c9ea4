// Cancelling the gather cancels every child, and raises once all are done.
namespace Belay.Conformance.Scenarios.Gathering;

static class CancellingItCancelsAllChildren
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Turns(2);
        task.Cancel("stop");
        await Turns(6);
        Log("cancelled:", task.IsCancelled);
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
        try { await Coro.Gather(Child("slow", 2), Child("quick", 0)); }
        catch (CancelledException error)
        {
            Log("parent", error);
            throw;
        }
    }
}
