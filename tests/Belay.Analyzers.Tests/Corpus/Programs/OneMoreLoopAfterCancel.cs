// BELAY002: a task that goes on after its cancellation (cjrh/aiorun#77).
class Unstoppable
{
    public async Coro Run()
    {
        try { while (true) await Coro.Sleep(TimeSpan.FromSeconds(1)); }
        catch (CancelledException) { await Coro.Sleep(TimeSpan.FromHours(1)); }
    }
}
