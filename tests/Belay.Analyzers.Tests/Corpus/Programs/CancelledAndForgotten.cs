// BELAY008: a task is cancelled and not awaited: whether it cleaned up, or failed at it, nobody knows.
class Spinner
{
    public async Coro While(Coro work)
    {
        var spinning = Coro.CreateTask(Spin());
        await work;
        spinning.Cancel();
    }

    async Coro Spin()
    {
        while (true) await Coro.Sleep(TimeSpan.FromMilliseconds(100));
    }
}
