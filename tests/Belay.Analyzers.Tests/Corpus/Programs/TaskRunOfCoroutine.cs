// BELAY001: .NET: Task.Run of a lambda gives a task of a coroutine; awaiting that runs none of it.
class Worker
{
    public async Coro Start() => await Task.Run(() => Work());

    async Coro Work() => await Coro.Yield();
}
