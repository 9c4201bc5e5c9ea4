// BELAY006: .NET: a SemaphoreSlim(1, 1) as a lock, entered again further down the calls.
class Settings
{
    readonly SemaphoreSlim gate = new(1, 1);

    public async Coro Update()
    {
        await gate.WaitAsync(Coro.Token);
        try { await Load(); }
        finally { gate.Release(); }
    }

    async Coro Load()
    {
        await gate.WaitAsync(Coro.Token);
        try { await Coro.Yield(); }
        finally { gate.Release(); }
    }
}
