// BELAY004: the notes: a task of a group starts one that the group knows nothing of.
class Server
{
    CoroTask? audit;

    public CoroTask? Audit => audit;

    public async Coro Serve() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(Handle());
        await Coro.Yield();
    });

    async Coro Handle()
    {
        await Coro.Yield();
        audit = Coro.CreateTask(Write());
    }

    async Coro Write() => await Coro.Sleep(TimeSpan.FromSeconds(1));
}
