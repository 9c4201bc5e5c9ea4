// BELAY004: half of the work is started in the group, half beside it: a slip of the finger.
class Fetcher
{
    public async Coro Fetch() => await TaskGroup.Run(async group =>
    {
        group.CreateTask(One());
        var two = Coro.CreateTask(One());
        await Coro.Yield();
        await two;
    });

    async Coro One() => await Coro.Sleep(TimeSpan.FromSeconds(1));
}
