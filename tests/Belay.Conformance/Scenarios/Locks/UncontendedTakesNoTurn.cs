// A free lock is taken without giving up the turn.
namespace Belay.Conformance.Scenarios.Locks;

static class UncontendedTakesNoTurn
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        var task = Coro.CreateTask(Other());
        for (var i = 0; i < 3; i++)
        {
            using (await gate.AcquireAsync()) Log("locked:", gate.IsLocked);
        }
        await task;
    }

    static async Coro Other() => Log("other");
}
