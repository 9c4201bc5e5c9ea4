// BELAY009: UniTask: one is kept in a field for all callers; the second gets an exception (Cysharp/UniTask#178).
class Starter
{
    Coro? process;

    public async Coro Execute()
    {
        process ??= Create();
        await process.Value;
    }

    async Coro Create() => await Coro.Sleep(TimeSpan.FromSeconds(1));
}
