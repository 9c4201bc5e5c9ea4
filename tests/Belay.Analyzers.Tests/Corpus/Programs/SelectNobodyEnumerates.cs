// BELAY001: asyncio: a generator of coroutines that is never iterated; nothing is even made.
class Mailer
{
    public async Coro SendAll(IEnumerable<string> addresses)
    {
        var sending = addresses.Select(Send);
        await Coro.Yield();
        Console.WriteLine("all sent");
    }

    async Coro Send(string address)
    {
        await Coro.Yield();
        Console.WriteLine(address);
    }
}
