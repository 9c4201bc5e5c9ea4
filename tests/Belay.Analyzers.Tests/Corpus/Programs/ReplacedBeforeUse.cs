// BELAY001: asyncio: a variable is assigned a second coroutine, and the first is gone.
class Loader
{
    public async Coro Load(bool isFresh)
    {
        var loading = FromCache();
        if (isFresh) loading = FromNetwork();
        loading = FromDisk();
        await loading;
    }

    async Coro FromCache() => await Coro.Yield();

    async Coro FromNetwork() => await Coro.Yield();

    async Coro FromDisk() => await Coro.Yield();
}
