// BELAY012: two tasks find no connection pool, and both make one (aio-libs/aiocache#222).
class Cache
{
    Connection? pool;

    public async Coro Main() => await TaskGroup.Run(async group =>
    {
        for (var i = 0; i < 5; i++) group.CreateTask(Get());
        await Coro.Yield();
    });

    async Coro Get()
    {
        if (pool is null) pool = await Connection.OpenAsync("localhost", 6379);
        await pool.WriteAsync("get");
    }
}
