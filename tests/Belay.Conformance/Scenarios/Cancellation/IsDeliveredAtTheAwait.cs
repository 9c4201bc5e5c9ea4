// A cancellation is thrown where the task waits, in the next turn, with the message of the request.
namespace Belay.Conformance.Scenarios.Cancellation;

static class IsDeliveredAtTheAwait
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        Log("asked:", task.Cancel("enough"));
        Log("not delivered yet:", task.IsDone);
        await Coro.Yield();
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        try
        {
            Log("waits");
            await new Future<int>();
        }
        catch (CancelledException error)
        {
            Log("got", error);
            throw;
        }
    }
}
