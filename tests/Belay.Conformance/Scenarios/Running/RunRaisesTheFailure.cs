// What main raises leaves the run, after the loop has been closed in order.
namespace Belay.Conformance.Scenarios.Running;

static class RunRaisesTheFailure
{
    public static void Main()
    {
        try { Coro.Run(Fail(), Options); }
        catch (AppError error) { Log("caught", error); }
    }

    static async Coro Fail()
    {
        try { throw new AppError("main failed"); }
        finally
        {
            await Coro.Yield();
            Log("cleaned up");
        }
    }
}
