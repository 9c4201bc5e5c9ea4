// The innermost suspended coroutine gets it first; every finally runs on its way out.
namespace Belay.Conformance.Scenarios.Cancellation;

static class UnwindsFromTheInnermostOutwards
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel("go");
        await Turns(3);
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Inner()
    {
        try { await new Future<int>(); }
        finally { Log("inner"); }
    }

    static async Coro Middle()
    {
        try { await Inner(); }
        finally
        {
            await Coro.Yield();
            Log("middle, after a wait");
        }
    }

    static async Coro Outer()
    {
        try { await Middle(); }
        catch (CancelledException error)
        {
            Log("outer", error);
            throw;
        }
    }
}
