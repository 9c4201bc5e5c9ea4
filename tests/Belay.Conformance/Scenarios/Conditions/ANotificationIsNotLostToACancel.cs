// A waiter cancelled after it was notified passes the notification on.
namespace Belay.Conformance.Scenarios.Conditions;

static class ANotificationIsNotLostToACancel
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        var first = Coro.CreateTask(Waiter("first", condition));
        var second = Coro.CreateTask(Waiter("second", condition));
        await Turns(2);
        using (await condition.AcquireAsync()) condition.Notify();
        first.Cancel();
        await second;
        Log("first cancelled:", first.IsCancelled);
    }

    static async Coro Waiter(string name, AsyncCondition condition)
    {
        using (await condition.AcquireAsync())
        {
            await condition.WaitAsync();
            Log(name, "goes");
        }
    }
}
