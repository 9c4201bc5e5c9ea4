// A lock admits one at a time, in the order in which they came.
namespace Belay.Conformance.Scenarios.Locks;

static class OneAtATimeInOrderOfArrival
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "a", "b", "c" }) group.CreateTask(Worker(name, gate));
        });
        Log("locked:", gate.IsLocked);
    }

    static async Coro Worker(string name, AsyncLock gate)
    {
        Log(name, "wants it");
        using (await gate.AcquireAsync())
        {
            Log(name, "has it");
            await Turns(2);
            Log(name, "lets go");
        }
    }
}
