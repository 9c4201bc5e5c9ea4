// A bounded semaphore refuses to be released above its initial value.
namespace Belay.Conformance.Scenarios.Semaphores;

static class BoundedDoesNotGrow
{
    public static async Coro Main()
    {
        var semaphore = new AsyncBoundedSemaphore(1);
        using (await semaphore.AcquireAsync()) Log("locked:", semaphore.IsLocked);
        try { semaphore.Release(); }
        catch (SemaphoreFullException error) { Log("refused", error); }
        try { _ = new AsyncSemaphore(-1); }
        catch (ArgumentOutOfRangeException error) { Log("negative", error); }
    }
}
