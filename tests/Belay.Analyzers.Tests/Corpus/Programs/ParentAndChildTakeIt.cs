// BELAY006: a method under the lock calls one that takes it (python/asyncio#439).
class Mutexed
{
    readonly AsyncLock mutex = new();

    public async Coro Parent()
    {
        using (await mutex.AcquireAsync()) await Child();
    }

    async Coro Child()
    {
        using (await mutex.AcquireAsync()) Console.WriteLine("child");
    }
}
