// An exception leaves through every coroutine that awaits, and each finally on its way runs.
namespace Belay.Conformance.Scenarios.Coroutines;

static class ExceptionsTravelThroughAwaits
{
    public static async Coro Main()
    {
        try { await Middle(); }
        catch (AppError error) { Log("main caught", error); }
    }

    static async Coro Inner()
    {
        try
        {
            await Coro.Yield();
            throw new AppError("deep");
        }
        finally { Log("inner cleans up"); }
    }

    static async Coro Middle()
    {
        try { await Inner(); }
        finally
        {
            await Coro.Yield();
            Log("middle cleans up");
        }
    }
}
