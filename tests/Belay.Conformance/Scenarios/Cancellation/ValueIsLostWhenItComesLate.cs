// Cancelled after the awaited future has its value but before the task resumed: the value is lost.
namespace Belay.Conformance.Scenarios.Cancellation;

static class ValueIsLostWhenItComesLate
{
    public static async Coro Main()
    {
        var future = new Future<string>();
        var task = Coro.CreateTask(Work(future));
        await Coro.Yield();
        future.SetResult("lost");
        task.Cancel("later");
        await task;
        Log("the future has", future.Result);
    }

    static async Coro Work(Future<string> future)
    {
        try { Log("value", await future); }
        catch (CancelledException error) { Log("cancelled", error); }
    }
}
