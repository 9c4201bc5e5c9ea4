// Cancelling a task that awaits another cancels that one, and the way back takes a turn for each.
namespace Belay.Conformance.Scenarios.Cancellation;

static class PassesDownToTheAwaitedTask
{
    public static async Coro Main()
    {
        var inner = Coro.CreateTask(Leaf());
        var outer = Coro.CreateTask(Stem(inner));
        await Turns(2);
        outer.Cancel("all of you");
        Log("requests", outer.Cancelling, inner.Cancelling);
        for (var i = 0; i < 3; i++)
        {
            await Coro.Yield();
            Log("inner done", inner.IsDone, "outer done", outer.IsDone);
        }
    }

    static async Coro Leaf()
    {
        try { await new Future<int>(); }
        catch (CancelledException error)
        {
            Log("leaf", error);
            throw;
        }
    }

    static async Coro Stem(CoroTask task)
    {
        try { await task; }
        catch (CancelledException error)
        {
            Log("stem", error);
            throw;
        }
    }
}
