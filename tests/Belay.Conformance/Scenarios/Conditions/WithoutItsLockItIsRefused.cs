// Waiting and notifying need the lock.
namespace Belay.Conformance.Scenarios.Conditions;

static class WithoutItsLockItIsRefused
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        try { await condition.WaitAsync(); }
        catch (InvalidOperationException error) { Log("wait", error); }
        try { condition.Notify(); }
        catch (InvalidOperationException error) { Log("notify", error); }
        Log("locked:", condition.IsLocked);
    }
}
