// Taking back the only request before it is delivered drops it.
namespace Belay.Conformance.Scenarios.Cancellation;

static class UncancelDropsAnUndeliveredRequest
{
    public static async Coro Main() => await Coro.CreateTask(Work());

    static async Coro Work()
    {
        var task = Coro.CurrentTask;
        task.Cancel();
        Log("requests", task.Cancelling);
        Log("left", task.Uncancel());
        await Coro.Yield();
        Log("not cancelled");
        Log("below zero it does not go", task.Uncancel());
    }
}
