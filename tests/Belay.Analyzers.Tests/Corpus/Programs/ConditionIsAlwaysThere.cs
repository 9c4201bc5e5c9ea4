// BELAY001: asyncio: print(coro()) shows a coroutine object; the value was never asked for.
class Report
{
    public async Coro Show()
    {
        await Coro.Yield();
        Console.WriteLine($"{Count()} rows");
    }

    async Coro<int> Count()
    {
        await Coro.Yield();
        return 3;
    }
}
