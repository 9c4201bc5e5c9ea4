// With two requests, taking back one leaves the other to be delivered.
namespace Belay.Conformance.Scenarios.Cancellation;

static class UncancelOfOneOfTwoKeepsTheRequest
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await task;
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        var task = Coro.CurrentTask;
        task.Cancel("one");
        task.Cancel("two");
        Log("left", task.Uncancel());
        try { await Coro.Yield(); }
        catch (CancelledException error) { Log("delivered", error); }
        Log("left", task.Uncancel());
    }
}
