// BELAY003: the notes: an endless listener in a group, which then never ends.
class Service
{
    public async Coro Run() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(Heartbeat());
        await Coro.Sleep(TimeSpan.FromSeconds(1));
    });

    async Coro Heartbeat()
    {
        while (true) await Coro.Sleep(TimeSpan.FromSeconds(1));
    }
}
