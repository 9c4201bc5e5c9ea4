// Two requests before the delivery make one exception, with the message of the first, and count two.
namespace Belay.Conformance.Scenarios.Cancellation;

static class TwoRequestsOneException
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        Log("asked:", task.Cancel("first"), task.Cancel("second"));
        Log("requests", task.Cancelling);
        await task;
    }

    static async Coro Work()
    {
        try { await new Future<int>(); }
        catch (CancelledException error) { Log("got", error); }
        await Turns(2);
        Log("no other came");
    }
}
