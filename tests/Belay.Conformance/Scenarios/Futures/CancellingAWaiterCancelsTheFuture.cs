// Cancelling a task that awaits a bare future cancels the future, and so everyone else who awaits it.
namespace Belay.Conformance.Scenarios.Futures;

static class CancellingAWaiterCancelsTheFuture
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        var first = Coro.CreateTask(Waiter("first", future));
        var second = Coro.CreateTask(Waiter("second", future));
        await Coro.Yield();
        first.Cancel("why");
        Log("future cancelled:", future.IsCancelled);
        await second;
    }

    static async Coro Waiter(string name, Future<int> future)
    {
        try { await future; }
        catch (CancelledException error)
        {
            Log(name, error);
            Log(name, "requests:", Coro.CurrentTask.Cancelling);
        }
    }
}
