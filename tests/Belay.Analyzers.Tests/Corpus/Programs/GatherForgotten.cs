// BELAY008: a gather that nobody awaits is a fire and forget of many (onerandomusername/monty-python#658).
class Notifier
{
    public async Coro Notify()
    {
        await Coro.Yield();
        _ = Coro.Gather(Send("a"), Send("b"));
    }

    async Coro Send(string to)
    {
        await Coro.Yield();
        Console.WriteLine(to);
    }
}
