// BELAY005: clean-up in the handler of a cancellation that the next one interrupts (nolar/kopf#628).
class Subscription(Connection broker)
{
    public async Coro Listen()
    {
        try { Console.WriteLine(await broker.ReadLineAsync()); }
        catch (CancelledException)
        {
            await broker.WriteAsync("unsubscribe");
            throw;
        }
    }
}
