// BELAY008: nobody holds the task: asyncio may collect it halfway (ikalchev/HAP-python#460).
class Accessory
{
    public async Coro Change()
    {
        await Coro.Yield();
        Coro.CreateTask(Publish());
    }

    async Coro Publish() => await Coro.Yield();
}
