// BELAY006: the second acquire is behind a call of another type, which got the lock handed.
class Outer
{
    readonly AsyncLock gate = new();

    public async Coro Run()
    {
        var inner = new Inner(gate);
        using (await gate.AcquireAsync()) await inner.Run();
    }
}

class Inner(AsyncLock gate)
{
    public async Coro Run()
    {
        using (await gate.AcquireAsync()) Console.WriteLine("inner");
    }
}
